import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../src/main/jobs/database';
import { createInbox, INBOX_STEPS } from '../../src/main/webhooks/inbox';
import { type ListenerLimits, startListener } from '../../src/main/webhooks/listener';
import { systemClock } from '../../src/shared/clock';
import type { Delivery } from '../../src/shared/webhook';
import { createFakeLog } from './fake-log';
import { temporaryFolder } from './temporary-folder';
import { SECRET } from './webhook-post';

export { payload, post, SECRET, signed } from './webhook-post';

/** A listener on a free port of this computer, with its inbox; ended with the test. */
export async function webhookWorld(known: Record<string, string> = {}, limits?: ListenerLimits) {
  const log = createFakeLog();
  const { database } = openDatabase(join(temporaryFolder(), 'webhooks.db'), {
    clock: systemClock,
    log,
    steps: INBOX_STEPS,
  });
  const inbox = createInbox(database);
  const seen: Delivery[] = [];
  const hints: string[] = [];
  const listener = await startListener(
    { host: '127.0.0.1', port: 0 },
    {
      inbox,
      clock: systemClock,
      log,
      secrets: async () => [{ profileId: 'lab', secret: SECRET }],
      findJob: (_provider, taskId) => (known[taskId] === undefined ? undefined : { id: known[taskId] }),
      hint: (provider, taskId) => void hints.push(`${provider} ${taskId}`),
      onDeliveries: (deliveries) => seen.push(...deliveries),
    },
    limits,
  );
  onTestFinished(async () => {
    await listener.close();
    database.close();
  });
  return { listener, inbox, seen, hints, log };
}
