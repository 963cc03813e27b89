import { expect, it } from 'vitest';
import { exchangeRequest } from '../../../../src/renderer/ui/exchange-sample';
import type { Exchange } from '../../../../src/shared/exchange';
import type { JobDetail } from '../../../../src/shared/job';

const exchange = (extra: Partial<Exchange>): Exchange => ({
  id: 1,
  jobId: 'j',
  endpoint: 'paperbanana.generate',
  method: 'POST',
  url: 'https://api.paperbanana.me/api/generate',
  requestHeaders: {},
  requestBody: '{"caption":"cut…',
  requestBytes: 10,
  status: 202,
  responseHeaders: {},
  responseBody: null,
  responseBytes: 0,
  queuedAt: 0,
  sentAt: 0,
  firstByteAt: null,
  doneAt: null,
  attempts: 1,
  error: null,
  format: null,
  ...extra,
});

const job = (endpoint: string, input: Record<string, unknown>) =>
  ({ endpoint, input, baseUrl: 'https://api.paperbanana.me' }) as unknown as JobDetail;

it('takes the body of a submission from the job, whole and with its files', () => {
  const pdf_base64 = { $file: 'a'.repeat(64), name: 'paper.pdf', bytes: 4, mediaType: 'application/pdf' };
  const submission = exchange({ endpoint: 'paperbanana.generateFromPdf' });
  const source = exchangeRequest(submission, job('paperbanana.generateFromPdf', { pdf_base64, caption: 'whole' }));
  expect(source?.request).toMatchObject({ method: 'POST', body: { pdf_base64, caption: 'whole' } });
});

it('takes the body of another call from what was recorded, and leaves the masked credential out', () => {
  const check = exchange({
    endpoint: 'bananadev.check',
    url: 'https://api.lowcodeapi.com/bananadev/v1/check?api_token=•••',
    requestBody: '{"id":"r1","modelKey":"m"}',
  });
  expect(exchangeRequest(check, job('bananadev.start', {}))?.request).toEqual({
    method: 'POST',
    url: 'https://api.lowcodeapi.com/bananadev/v1/check',
    body: { id: 'r1', modelKey: 'm' },
  });
});

it('tells nothing where the body is not known in full, or the address was an answer’s', () => {
  const cut = exchange({ endpoint: 'bananadev.check', requestBody: '{"id":"r1","mod…' });
  const shortened = exchange({ endpoint: 'bananadev.check', requestBody: '{"id":"<base64, 300 bytes>"}' });
  const download = exchange({ endpoint: 'download', requestBody: null });
  for (const each of [cut, shortened, download])
    expect(exchangeRequest(each, job('bananadev.start', {}))).toBeUndefined();
});
