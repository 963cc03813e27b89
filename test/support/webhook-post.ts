import { request as httpRequest } from 'node:http';
import { signBody } from '../../src/main/webhooks/signature';

export const SECRET = 'whsec_of_the_lab';

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
