import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../../shared/webhook';

export interface Payload {
  provider: 'paperbanana' | 'bananahub' | 'unknown';
  event: string | null;
  taskId: string | null;
}

/** A picture of 4K as base64 is some 20 MB; more is no delivery. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, 300) : null;

/** Who sent it and about which task, by the names that the services use. Believed only as far as a question goes. */
export function readPayload(value: Record<string, unknown>): Payload {
  if (typeof value['task_id'] === 'string')
    return { provider: 'paperbanana', event: text(value['event']), taskId: text(value['task_id']) };
  if (typeof value['job_id'] === 'string') {
    const status = text(value['status']);
    return { provider: 'bananahub', event: status && `job.${status}`, taskId: text(value['job_id']) };
  }
  return { provider: 'unknown', event: text(value['event']), taskId: null };
}

/** Statuses of refused requests. */
export const REFUSAL_STATUS: Record<Refusal, number> = {
  method: 405,
  media_type: 415,
  encoding: 415,
  too_large: 413,
  not_json: 400,
  not_an_object: 422,
  busy: 503,
};

/**
 * What can be refused before the body is read. Pages of a browser may post to this computer too, but only as a
 * form or as plain text: asking for JSON keeps them out without asking whence a request comes.
 */
export function refuseHead(request: IncomingMessage): Refusal | undefined {
  if (request.method !== 'POST') return 'method';
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) return 'media_type';
  if (!/^(?:identity)?$/i.test(request.headers['content-encoding'] ?? '')) return 'encoding';
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 'too_large';
  return undefined;
}

/** The body as a JSON object, or why it is none. */
export function parseBody(body: Uint8Array): { value: Record<string, unknown> } | { refusal: Refusal } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { refusal: 'not_json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { refusal: 'not_an_object' };
  return { value: value as Record<string, unknown> };
}
