/**
 * A program that is meant to be killed: submits one job with the real services, and asks about it at once.
 * Arguments: data folder, base URL, `no-secret-yet` to stop before anything is sent.
 */
import { createServices } from '../../src/main/services';
import { systemClock } from '../../src/shared/clock';
import { createFakeLog } from './fake-log';
import { diagram } from './example-job';

const [dataDir = '', baseUrl = '', how = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const services = createServices({
    dataDir,
    fetch: (request) => fetch(request),
    secretOf: () =>
      how === 'no-secret-yet' ? new Promise(() => process.stdout.write('waiting\n')) : Promise.resolve('pb_x'),
    clock: systemClock,
    random: Math.random,
    log: createFakeLog(),
    onJobChanged: () => undefined,
    onJobFinished: () => undefined,
  });
  services.jobs.start();
  // keeps the program alive until it is killed
  setInterval(() => undefined, 1000);
  const { jobId } = await services.jobs.submit({ ...diagram, profile: { ...diagram.profile, baseUrl } });
  process.stdout.write(`accepted ${jobId}\n`);
  services.jobs.lookNow(jobId);
}

void main();
