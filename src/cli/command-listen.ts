import { openDatabase } from '../main/jobs/database';
import { createInbox, INBOX_STEPS } from '../main/webhooks/inbox';
import { startListener } from '../main/webhooks/listener';
import { systemClock } from '../shared/clock';
import type { Log } from '../shared/log';
import { DEFAULT_WEBHOOK_SETTINGS } from '../shared/settings';
import type { Delivery } from '../shared/webhook';
import type { ListenArguments } from './arguments';
import { BadCall } from './bad-call';
import type { Terminal } from './terminal';
import { jsonText, visibleLine } from './visible';
import type { Words } from './words';

function asJson(delivery: Delivery): string {
  const { at, event, taskId, provider, signature, reason, duplicate, attempt, bytes, status, refusal } = delivery;
  const line = {
    ...{ event, task_id: taskId, signature, duplicate, reason, provider, attempt, bytes, status, refusal },
    time: new Date(at).toISOString(),
  };
  return jsonText(line, 0);
}

function asLine({ at, event, taskId, signature, status, duplicate, attempt, refusal }: Delivery, { t }: Words): string {
  const more = refusal ?? (duplicate ? t('cli.listen.duplicate', { attempt }) : '');
  const values = { event: event ?? '-', task: taskId ?? '-', signature, status, time: new Date(at).toISOString() };
  // one delivery, one line: names with line ends would pass for more
  return `${visibleLine(t('cli.listen.delivery', { ...values, more: refusal ? ` (${more})` : more }))}\n`;
}

/**
 * Receives webhooks until it is interrupted or nobody reads its lines any more, which is its success. What came is printed and kept nowhere: the
 * window's inbox is another's. Throws listen_failed.
 */
export async function listen(
  { port, secretEnv, json }: ListenArguments,
  { terminal, words }: { terminal: Terminal; words: Words },
): Promise<number> {
  const secret = secretEnv === undefined ? undefined : terminal.env[secretEnv];
  if (secretEnv !== undefined && !secret) throw new BadCall('secretEmpty', { variable: secretEnv });
  const { say, write } = terminal;
  const silent = (): void => undefined;
  const log: Log = {
    info: silent,
    warn: silent,
    error: (message, facts) => {
      say(`plantain: ${message} ${JSON.stringify(facts ?? {})}`);
    },
  };
  const { database } = openDatabase(':memory:', { clock: systemClock, log, steps: INBOX_STEPS });
  // lines follow one another, and what has been received is printed before the program ends
  let printed: Promise<void> = Promise.resolve();
  const print = (text: string): void => {
    printed = printed.then(() => write(text));
  };
  const listener = await startListener(
    { host: DEFAULT_WEBHOOK_SETTINGS.host, port: port ?? DEFAULT_WEBHOOK_SETTINGS.port },
    {
      ...{ inbox: createInbox(database), clock: systemClock, log, findJob: () => undefined, hint: () => undefined },
      secrets: async () => (secret ? [{ profileId: 'environment', secret }] : []),
      onDeliveries(deliveries) {
        for (const delivery of deliveries) print(json ? asJson(delivery) : asLine(delivery, words));
      },
    },
  );
  const { url } = listener;
  print(json ? jsonText({ listening: url }, 0) : `${words.t('cli.listen.on', { url })}\n`);
  if (!secret && !json) say(words.t('cli.listen.noSecret'));
  await new Promise<void>((resolve) => {
    for (const signal of [terminal.interrupted, terminal.outClosed])
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await listener.close();
  await printed;
  database.close();
  return 0;
}
