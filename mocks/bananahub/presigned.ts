import { hashOf } from '../random';

/** A presigned address is good for a day. */
const LIFE = 24 * 3600;

const stampOf = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
const sign = (path: string, date: string, token: string): string => hashOf('presigned', path, date, token);

/** The address of a job's picture, another one at every `turn`. */
export function presign(cdn: string, jobId: string, now: number, turn: number): string {
  const path = `/results/${jobId}.png`;
  const date = stampOf(now);
  const token = hashOf('token', jobId, turn).slice(0, 24);
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `AKIADEMO/${date.slice(0, 8)}/auto/s3/aws4_request`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(LIFE),
    'X-Amz-Security-Token': token,
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': sign(path, date, token),
  });
  return `${cdn}${path}?${query.toString()}`;
}

/** The job that a presigned address leads to, or what the store says instead. */
export function readPresigned(path: string, query: URLSearchParams, now: number): { jobId: string } | { code: string } {
  const jobId = /^\/results\/([\w-]+)\.png$/.exec(path)?.[1];
  const date = query.get('X-Amz-Date') ?? '';
  if (jobId === undefined) return { code: 'NoSuchKey' };
  if (query.get('X-Amz-Signature') === null) return { code: 'AccessDenied' };
  if (query.get('X-Amz-Signature') !== sign(path, date, query.get('X-Amz-Security-Token') ?? ''))
    return { code: 'SignatureDoesNotMatch' };
  const signed = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3:$4:$5Z'));
  return now - signed > LIFE * 1000 ? { code: 'Expired' } : { jobId };
}
