import { content, json, type Reply } from '../../support/loopback-server';

/** What an error must say, written out: nothing here asks the code under test. */
export interface Verdict {
  code: string;
  spent: 'no' | 'yes' | 'maybe';
  retryable: boolean;
  status?: number;
  detail?: string | undefined;
  issues?: { field: string; code: string }[];
  params?: Record<string, string | number>;
}

/** How much an endpoint may cost decides what its errors say. */
export type Kind = 'submission' | 'reading' | 'change';

export interface BadAnswer {
  name: string;
  reply: Reply;
  /** One for each kind of request that may meet it. */
  says: Record<Kind, Verdict>;
}

const PAGE = '<!doctype html><html><h1>Web server is down</h1><script>alert(1)</script></html>';

/** The same for whatever was asked: a refusal costs nothing, and the same request would be refused again. */
const refusal = (name: string, status: number, body: unknown, code: string, detail: string): BadAnswer => {
  const verdict: Verdict = { code, spent: 'no', retryable: false, status, detail };
  return {
    name: `${status} ${name}`,
    reply: json(status, body),
    says: { submission: verdict, reading: verdict, change: verdict },
  };
};

/** After a crash nobody knows what a submission cost, and a change may be half made. */
const crash = (name: string, status: number, reply: Reply, detail: string): BadAnswer => {
  const base = { code: 'server_error', status, detail, params: { status } } as const;
  return {
    name: `${status} ${name}`,
    reply,
    says: {
      submission: { ...base, spent: 'maybe', retryable: true },
      reading: { ...base, spent: 'no', retryable: true },
      change: { ...base, spent: 'no', retryable: false },
    },
  };
};

/** Nobody took the request. */
const paused = (name: string, body: unknown, detail: string): BadAnswer => {
  const base = { code: 'server_error', status: 503, detail, params: { status: 503 }, spent: 'no' } as const;
  return {
    name: `503 ${name}`,
    reply: json(503, body),
    says: {
      submission: { ...base, retryable: true },
      reading: { ...base, retryable: true },
      change: { ...base, retryable: false },
    },
  };
};

const page: BadAnswer = {
  name: '521 as a page',
  reply: content(521, 'text/html; charset=UTF-8', PAGE),
  says: {
    submission: { code: 'gateway_page', spent: 'no', retryable: true, status: 521, params: { status: 521 } },
    reading: { code: 'gateway_page', spent: 'no', retryable: true, status: 521, params: { status: 521 } },
    change: { code: 'gateway_page', spent: 'no', retryable: false, status: 521, params: { status: 521 } },
  },
};

const slowDown = (body: unknown, detail: string): BadAnswer => {
  const verdict: Verdict = {
    code: 'rate_limited',
    spent: 'no',
    retryable: true,
    status: 429,
    detail,
    params: { retryAfter: 7 },
  };
  return {
    name: '429 with Retry-After',
    reply: json(429, body, { 'retry-after': '7' }),
    says: { submission: verdict, reading: verdict, change: verdict },
  };
};

/** The validation list names a field, and repeats the whole input: that is never kept. */
export const list = (field: string): BadAnswer => {
  const verdict: Verdict = {
    code: 'invalid_fields',
    spent: 'no',
    retryable: false,
    status: 422,
    issues: [
      { field, code: 'required' },
      { field: 'other', code: 'server' },
    ],
  };
  return {
    name: '422 as a list of fields',
    reply: json(422, {
      detail: [
        { type: 'missing', loc: ['body', field], msg: 'Field required', input: { pdf_base64: 'ECHO' } },
        { type: 'value_error', loc: ['body', 'other', 0], msg: 'Too vague', input: 'ECHO' },
      ],
    }),
    says: { submission: verdict, reading: verdict, change: verdict },
  };
};

const gateway: BadAnswer[] = [page];
const textCrash = crash(
  'in plain text',
  500,
  content(500, 'text/plain', 'Internal Server Error'),
  'Internal Server Error',
);

export const PAPERBANANA_KEY: BadAnswer[] = [
  refusal('bad key', 401, { detail: 'Invalid API key' }, 'unauthorized', 'Invalid API key'),
  refusal(
    'no key',
    401,
    { detail: 'Missing or invalid Authorization header' },
    'unauthorized',
    'Missing or invalid Authorization header',
  ),
  refusal('disabled', 403, { detail: 'API key is disabled' }, 'key_disabled', 'API key is disabled'),
  refusal('used up', 403, { detail: 'Quota exhausted' }, 'quota_exhausted', 'Quota exhausted'),
];
export const PAPERBANANA_ADMIN: BadAnswer[] = [
  refusal('bad admin key', 401, { detail: 'Invalid admin key' }, 'unauthorized', 'Invalid admin key'),
  crash(
    'without an admin key at the server',
    500,
    json(500, { detail: 'PAPERBANANA_ADMIN_KEY not configured' }),
    'PAPERBANANA_ADMIN_KEY not configured',
  ),
];
export const PAPERBANANA: BadAnswer[] = [
  refusal(
    'as text',
    422,
    { detail: 'Invalid JSON in data_json: Expecting value: line 1 column 2 (char 1)' },
    'refused',
    'Invalid JSON in data_json: Expecting value: line 1 column 2 (char 1)',
  ),
  textCrash,
  slowDown({ detail: 'Slow down' }, 'Slow down'),
  ...gateway,
];
export const NO_SUCH = (detail: string): BadAnswer => refusal('of the thing', 404, { detail }, 'not_found', detail);

export const BANANAHUB: BadAnswer[] = [
  refusal('bad key', 401, { detail: 'Invalid API key' }, 'unauthorized', 'Invalid API key'),
  refusal('out of funds', 402, { detail: { message: 'Out of funds' } }, 'out_of_funds', 'Out of funds'),
  refusal(
    'not this model',
    403,
    { detail: 'Key not allowed for this model' },
    'forbidden_by_server',
    'Key not allowed for this model',
  ),
  refusal('unreadable', 422, { detail: { message: 'Cannot read image' } }, 'refused', 'Cannot read image'),
  crash('upload failed', 502, json(502, { detail: 'Upload failed' }), 'Upload failed'),
  paused('model paused', { detail: { message: 'Model paused' } }, 'Model paused'),
  textCrash,
  slowDown({ detail: 'Slow down' }, 'Slow down'),
  ...gateway,
];

export const BANANADEV: BadAnswer[] = [
  refusal('bad request', 400, { message: 'modelKey is missing' }, 'refused', 'modelKey is missing'),
  refusal('bad token', 401, { error: 'Invalid API Key' }, 'unauthorized', 'Invalid API Key'),
  refusal('no model', 404, { data: { message: 'Model Not Found' } }, 'not_found', 'Model Not Found'),
  refusal('no run', 404, { message: 'Run Not Found' }, 'not_found', 'Run Not Found'),
  slowDown({ detail: 'Rate Limit Exceeded' }, 'Rate Limit Exceeded'),
  crash('deployment failed', 500, json(500, { error: { message: 'Deployment Failed' } }), 'Deployment Failed'),
  textCrash,
  paused('busy', { message: 'No GPU is free' }, 'No GPU is free'),
  ...gateway,
];
