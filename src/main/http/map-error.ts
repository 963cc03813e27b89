import type { AppErrorData, ErrorCode, Spent } from '../../shared/app-error';
import { AppError } from '../../shared/app-error';
import type { WireEndpoint } from './wire-endpoint';
import { cutText, isHtml, presentableText, readDetail } from './answer-text';
import { isSubmission } from './failure-error';
import type { Redactor } from './redact';
import { readValidationList } from './validation-issues';

export const RAW_LIMIT = 8000;
const DETAIL_LIMIT = 2000;

/** An answer that is not the promised one, with its text as far as it came. */
export interface ErrorAnswer {
  endpoint: WireEndpoint;
  status: number;
  headers: Headers;
  text: string;
  /** Its value; undefined where it is no JSON, or more of it than an error has. */
  json: unknown;
  redactor: Redactor;
  /** ms since epoch, for a Retry-After that names a date. */
  now: number;
  /** True where an earlier attempt of the same submission may have been accepted. */
  maybeSentBefore: boolean;
}

type Verdict = Pick<AppErrorData, 'code'> & Partial<Omit<AppErrorData, 'code'>>;

/** Between proxy and server something broke after the request had been handed on: 502, 504, and Cloudflare's 520, 524. */
const BROKEN_ON_THE_WAY: ReadonlySet<number> = new Set([502, 504, 520, 524]);
/** A result stands elsewhere: after a POST that says that there is one. 301, 307 and 308 ask to send it elsewhere. */
const SEE_OTHER: ReadonlySet<number> = new Set([300, 302, 303, 304]);
/** Somebody on the way lost patience: 408, and nginx's 499. */
const OUT_OF_PATIENCE: ReadonlySet<number> = new Set([408, 499]);
/** The server did not take the request: paused (503), or the proxy found no server to give it to (521-523, 525-530). */
const NOT_TAKEN: ReadonlySet<number> = new Set([503, 521, 522, 523, 525, 526, 527, 530]);

/** To a repeat: turned away before anybody looked whether the first attempt had been taken. */
const SAYS_NOTHING: ReadonlySet<number> = new Set([401, 403, 404, 405, 407, 408, 409, 425, 429]);

/** Seconds of a Retry-After header, which holds seconds or a date. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function forbiddenCode(detail: string | undefined): ErrorCode {
  if (detail !== undefined && /disabled|deactivated|inactive/i.test(detail)) return 'key_disabled';
  if (detail !== undefined && /quota/i.test(detail)) return 'quota_exhausted';
  return 'forbidden_by_server';
}

function unprocessable({ json, redactor }: ErrorAnswer): Verdict {
  const issues = readValidationList(json, redactor.text);
  return issues ? { code: 'invalid_fields', issues } : { code: 'refused' };
}

/** 3xx is never followed for a change, and for reading only within limits: the address it names is all there is to say. */
function redirected({ status, headers, redactor }: ErrorAnswer): Verdict {
  const location = headers.get('location');
  return { code: 'refused', detail: `HTTP ${status}${location ? ` → ${redactor.url(location)}` : ''}` };
}

/**
 * FastAPI's own words in JSON for an address that it does not serve at all, or not in this way: this server lacks the
 * endpoint, which says nothing about the thing that was asked for.
 */
function hasDetail(json: unknown, words: RegExp): boolean {
  const detail = typeof json === 'object' && json !== null && 'detail' in json ? json.detail : undefined;
  return typeof detail === 'string' && words.test(detail.trim());
}

/** `params.endpoint` is told where something comes near it: the words of what to do hang on it. */
function notOffered({ endpoint }: ErrorAnswer): Verdict {
  return { code: 'not_offered', ...(endpoint.instead && { params: { endpoint: endpoint.id } }) };
}

function clientError(answer: ErrorAnswer, detail: string | undefined): Verdict {
  switch (answer.status) {
    case 401:
      return { code: 'unauthorized' };
    case 402:
      return { code: 'out_of_funds' };
    case 403:
      return { code: forbiddenCode(detail) };
    case 404:
      return hasDetail(answer.json, /^not found$/i) ? notOffered(answer) : { code: 'not_found' };
    case 405:
      return hasDetail(answer.json, /^method not allowed$/i) ? notOffered(answer) : { code: 'refused' };
    case 422:
      return unprocessable(answer);
    case 429: {
      const seconds = retryAfter(answer.headers, answer.now);
      return { code: 'rate_limited', ...(seconds !== undefined && { params: { retryAfter: seconds } }) };
    }
    default:
      return { code: 'refused' };
  }
}

/**
 * What a submission cost that was answered with an error: nothing where the server (4xx) or the proxy before it
 * turned it away. After a crash (500) nobody knows: PaperBanana charges before it works.
 */
function spentFor(status: number): Spent {
  return status < 500 || NOT_TAKEN.has(status) ? 'no' : 'maybe';
}

function verdict(answer: ErrorAnswer, contentType: string, detail: string | undefined): Verdict {
  const { status, text, headers, now } = answer;
  if (status >= 300 && status < 400) return redirected(answer);
  if (isHtml(contentType, text)) return { code: 'gateway_page', params: { status } };
  if (status < 500) return clientError(answer, detail);
  const seconds = retryAfter(headers, now);
  return { code: 'server_error', params: { status, ...(seconds !== undefined && { retryAfter: seconds }) } };
}

/** Its type is the server's text as much as its body. */
function rawOf({ headers, text, json, redactor }: ErrorAnswer): NonNullable<AppErrorData['raw']> {
  const contentType = cutText(redactor.text(headers.get('content-type') ?? ''), 200);
  return { contentType, body: presentableText(text, redactor, RAW_LIMIT, json) };
}

/**
 * The AppError of an answer with a status of 300 or more, or of HTML under a good status. A submission's gateway
 * error without a word from the API itself (502, 504, 520, 524), and any later trouble of a submission whose first
 * attempt may have arrived, is `uncertain` with `params.cause` `gateway`: the server may be at work on it.
 */
export function mapErrorAnswer(answer: ErrorAnswer): AppError {
  const { endpoint, status, text, json, redactor } = answer;
  const contentType = answer.headers.get('content-type') ?? '';
  const ownWords = readDetail(contentType, text, json);
  const detail = ownWords === undefined ? undefined : redactor.text(ownWords).slice(0, DETAIL_LIMIT);
  const found = verdict(answer, contentType, detail);
  const extra: Omit<Partial<AppErrorData>, 'code'> = {
    ...(detail !== undefined && { detail }),
    status,
    raw: rawOf(answer),
  };
  if (!isSubmission(endpoint)) {
    // a change that a crash may have half made is not offered again by itself
    const retryable = endpoint.method !== 'GET' && status >= 500 ? { retryable: false } : {};
    return new AppError(found.code, { ...extra, ...retryable, ...found });
  }
  const fromApi = json !== undefined && ownWords !== undefined;
  const unclear =
    ((BROKEN_ON_THE_WAY.has(status) || OUT_OF_PATIENCE.has(status)) && !fromApi) ||
    SEE_OTHER.has(status) ||
    (answer.maybeSentBefore && (status >= 500 || SAYS_NOTHING.has(status)));
  if (unclear) return new AppError('uncertain', { ...extra, spent: 'maybe', params: { cause: 'gateway' } });
  // a web page under a good status: most likely not the API at all, but nothing proves it
  const spent = status < 300 ? 'maybe' : spentFor(status);
  return new AppError(found.code, { ...extra, spent, ...found });
}

/** A good status whose body is not what the endpoint promises. After the promised status the unit is gone. */
export function badAnswer(answer: ErrorAnswer): AppError {
  const { endpoint, status } = answer;
  const spent: Spent = !isSubmission(endpoint) ? 'no' : status === endpoint.answer.status ? 'yes' : 'maybe';
  return new AppError('bad_answer', { status, spent, raw: rawOf(answer), retryable: endpoint.method === 'GET' });
}
