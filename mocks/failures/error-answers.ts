import { HttpResponse } from 'msw';
import { findEndpoint } from '../../src/shared/endpoints';
import { describeFields } from '../../src/shared/fields';
import type { DemoSettings, FailureRule, ProviderId } from '../../src/shared/settings';
import { refuseDev } from '../bananadev/answers';
import { storeError } from '../bananahub/store-error';
import { crash, refuse } from '../handlers/answers';
import type { Place } from '../place';

type Texts = Record<number, string>;

const COMMON: Texts = {
  400: 'There was an error parsing the body',
  402: 'Payment required',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Request body is too large',
  422: 'Unprocessable Content',
  429: 'Too many requests',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway timeout',
};

/** What each API's documentation, or its server, says under a status. */
const TEXTS: Record<ProviderId, Texts> = {
  paperbanana: { 401: 'Invalid API key', 403: 'Quota exhausted', 404: 'Task not found' },
  bananahub: {
    401: 'Invalid API key',
    402: 'Insufficient balance. Top up your account to continue.',
    403: 'This API key is not allowed to use this model',
    404: 'Job not found',
    422: 'Could not read input image 1',
    502: 'Upload of the result failed',
    503: 'Project or model is paused',
  },
  bananadev: {
    400: 'Bad Request',
    401: 'Invalid API Key',
    404: 'Model Not Found',
    429: 'Rate Limit Exceeded',
    500: 'Internal Server Error',
    503: 'Service Unavailable',
  },
};

const OF_ENDPOINTS: Record<string, Texts> = {
  'paperbanana.taskImage': { 404: 'Image not available yet' },
  'paperbanana.plot': { 422: 'Invalid JSON in data_json: Expecting value: line 1 column 1 (char 0)' },
  'paperbanana.generateFromPdf': { 422: 'pdf_base64 is not a PDF file' },
  'bananadev.check': { 404: 'Run Not Found' },
  'bananadev.deploy': { 500: 'Deployment Failed' },
};
const ADMIN: Texts = {
  401: 'Invalid admin key',
  404: 'API key not found',
  500: 'PAPERBANANA_ADMIN_KEY not configured',
};

/** A page of the network in front of the servers: what their own code never wrote. */
export function htmlPage(status: number): Response {
  const title = status === 521 ? 'Web server is down' : (COMMON[status] ?? 'Error');
  const page =
    `<!DOCTYPE html>\n<html lang="en-US"><head><title>${status}: ${title}</title></head>\n` +
    `<body><h1>${title} <span>Error code ${status}</span></h1>` +
    `<p>The web server is not returning a connection.</p><script>document.title</script></body></html>\n`;
  return new HttpResponse(page, { status, headers: { 'content-type': 'text/html; charset=UTF-8' } });
}

function textOf(server: ProviderId, id: string, status: number): string {
  const admin = findEndpoint(id)?.group === 'admin' ? ADMIN[status] : undefined;
  return OF_ENDPOINTS[id]?.[status] ?? admin ?? TEXTS[server][status] ?? COMMON[status] ?? `Error ${status}`;
}

/** The field that a validation list complains about: the first that must be there. */
function listOf(id: string): unknown {
  const endpoint = findEndpoint(id);
  const fields = endpoint ? describeFields(endpoint.input) : [];
  const field = fields.find(({ required }) => required) ?? fields[0];
  const loc = [field?.in ?? 'body', ...(field ? [field.name] : [])];
  return [{ loc, msg: 'Field required', type: 'missing' }];
}

/** An error of the API that is asked, in its own shape. */
export function errorAnswer(
  { status = 500, shape = 'text' }: Pick<FailureRule, 'status' | 'shape'>,
  { server }: Place,
  id: string,
  settings: DemoSettings,
): Response {
  if (server === 'cdn') return status === 404 ? storeError('NoSuchKey') : storeError('AccessDenied', status);
  if (status >= 520) return htmlPage(status);
  const text = textOf(server, id, status);
  if (server === 'bananadev') return refuseDev(status, text);
  if (status === 422 && shape === 'list') {
    const detail = server === 'bananahub' ? { message: text } : listOf(id);
    return HttpResponse.json({ detail }, { status });
  }
  const crashes = server === 'paperbanana' && status === 500 && settings.behaviour === 'observed';
  return crashes && !(findEndpoint(id)?.group === 'admin') ? crash() : refuse(status, text);
}
