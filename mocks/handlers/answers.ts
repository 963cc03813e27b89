import { HttpResponse } from 'msw';
import type { ValidationIssue } from '../pydantic';

/** An error raised by the server's own code. */
export function refuse(status: number, detail: string, headers: Record<string, string> = {}): Response {
  return HttpResponse.json({ detail }, { status, headers });
}

/** The validation list. Older servers, as documented, tell neither the input nor a context. */
export function refuseFields(issues: readonly ValidationIssue[], behaviour: 'documented' | 'observed'): Response {
  const detail = behaviour === 'observed' ? issues : issues.map(({ type, loc, msg }) => ({ loc, msg, type }));
  return HttpResponse.json({ detail }, { status: 422 });
}

/** A crash: not JSON, and the server closes the line behind it. */
export function crash(): Response {
  return new HttpResponse('Internal Server Error', {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  });
}

/** What a fetch throws when the line is cut under it. */
export function cutLine(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
  return new TypeError('fetch failed', { cause });
}
