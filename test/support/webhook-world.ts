import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../src/main/jobs/database';
import { createInbox, INBOX_STEPS } from '../../src/main/webhooks/inbox';
import { startListener } from '../../src/main/webhooks/listener';
import { signBody } from '../../src/main/webhooks/signature';
import { systemClock } from '../../src/shared/clock';
import type { Delivery } from '../../src/shared/webhook';
import { createFakeLog } from './fake-log';
import { temporaryFolder } from './temporary-folder';

export const SECRET = 'whsec_of_the_lab';

/** A listener on a free port of this computer, with its inbox; ended with the test. */
export async function webhookWorld(known: Record<string, string> = {}) {
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
      hint(provider, taskId) {
        hints.push(`${provider} ${taskId}`);
        return known[taskId] ?? null;
      },
      onDeliveries: (deliveries) => seen.push(...deliveries),
    },
  );
  onTestFinished(async () => {
    await listener.close();
    database.close();
  });
  return { listener, inbox, seen, hints, log };
}

export interface Posted {
  status: number | null;
  body: unknown;
}

/** Sends raw bytes; a null status is a connection that was closed without an answer. */
export function post(
  url: string,
  body: Uint8Array | string,
  headers: Record<string, string | string[]> = { 'content-type': 'application/json' },
  method = 'POST',
): Promise<Posted> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('close', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        let parsed: unknown = text;
        try {
          parsed = JSON.parse(text);
        } catch {
          // not everything that is refused is answered in JSON
        }
        resolve({ status: response.statusCode ?? null, body: parsed });
      });
    });
    request.on('error', () => {
      resolve({ status: null, body: null });
    });
    request.end(body);
  });
}

export const signed = (body: string, secret = SECRET): Record<string, string> => ({
  'content-type': 'application/json',
  'x-paperbanana-event': 'task.completed',
  'x-paperbanana-signature': signBody(new TextEncoder().encode(body), secret),
});

export const payload = (taskId: string): string =>
  `{"event": "task.completed", "task_id": "${taskId}", "status": "completed", "description": "na\\u00efve"}`;
