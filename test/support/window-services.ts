import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isLeftToUs, withEnvironmentKeys } from '../../src/main/left-jobs';
import type { Profile } from '../../src/shared/settings';
import { createRealServices } from './real-services';

/** What the window does behind its page, beside the command lines of the same folder: one account, started. */
export function openWindowServices(folder: string, profile: Profile, secret: string) {
  const finished: string[] = [];
  const secretOf = withEnvironmentKeys(
    { get: () => ({ profiles: [profile] }) },
    { secretOf: (id) => Promise.resolve(id === profile.id ? secret : null) },
  );
  const services = createRealServices({
    dataDir: join(folder, 'live'),
    secretOf,
    onJobFinished: (job) => void finished.push(job.id),
  });
  onTestFinished(() => {
    services.close();
  });
  services.jobs.start();
  return {
    services,
    finished,
    takeOver: () => services.takeOver(join(folder, 'cli/live'), (job) => isLeftToUs(job, [profile], secretOf)),
  };
}
