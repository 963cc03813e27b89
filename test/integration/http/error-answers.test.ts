import { afterEach, beforeEach, expect, it } from 'vitest';
import { generate } from '../../../src/shared/endpoints/paperbanana';
import { task } from '../../../src/shared/endpoints/paperbanana-tasks';
import { createHttpWorld, errorOf } from '../../support/http-world';
import type { LoopbackServer, Reply } from '../../support/loopback-server';
import { content, cutAfter, json, startLoopbackServer } from '../../support/loopback-server';

let server: LoopbackServer;
beforeEach(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.close());

const text = { source_context: 'A network.', caption: 'Figure 1' };

/** What a submission and a poll make of one answer. */
async function bothOf(reply: Reply) {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', reply);
  server.on('GET /api/tasks/t1', reply);
  return {
    submit: await errorOf(client.call(to(server.url, generate, text))),
    poll: await errorOf(client.call(to(server.url, task, { task_id: 't1' }))),
  };
}

it('says unauthorized when the server answers 401', async () => {
  const { submit, poll } = await bothOf(json(401, { detail: 'Invalid API key' }));
  expect(submit).toMatchObject({ code: 'unauthorized', spent: 'no', status: 401, detail: 'Invalid API key' });
  expect(poll).toMatchObject({ code: 'unauthorized', retryable: false });
});

it('says out_of_funds when the server answers 402', async () => {
  expect((await bothOf(json(402, { detail: 'Out of funds' }))).submit).toMatchObject({
    code: 'out_of_funds',
    spent: 'no',
  });
});

it('tells a disabled key, a used-up quota and other refusals of a 403 apart', async () => {
  const codeOf = async (detail: string) => (await bothOf(json(403, { detail }))).submit.code;
  expect(await codeOf('API key is disabled')).toBe('key_disabled');
  expect(await codeOf('Quota exhausted')).toBe('quota_exhausted');
  expect(await codeOf('Key not allowed for this model')).toBe('forbidden_by_server');
});

it('says quota_exhausted on a poll too', async () => {
  expect((await bothOf(json(403, { detail: 'Quota exhausted' }))).poll).toMatchObject({ code: 'quota_exhausted' });
});

it('says not_found when the server answers 404', async () => {
  const { poll } = await bothOf(json(404, { detail: 'Task not found' }));
  expect(poll).toMatchObject({ code: 'not_found', detail: 'Task not found', status: 404 });
});

it('marks the fields when a 422 brings the validation list', async () => {
  const detail = [
    { type: 'missing', loc: ['body', 'caption'], msg: 'Field required', input: { source_context: 'A network.' } },
    { type: 'less_than_equal', loc: ['body', 'iterations'], msg: 'too much', input: 11, ctx: { le: 10 } },
    { type: 'cosmic_ray', loc: ['body', 'aspect_ratio'], msg: 'Bit flipped' },
  ];
  const { submit } = await bothOf(json(422, { detail }));
  expect(submit).toMatchObject({ code: 'invalid_fields', spent: 'no', status: 422 });
  expect(submit.issues).toEqual([
    { field: 'caption', code: 'required', message: 'Field required' },
    { field: 'iterations', code: 'too_big', params: { maximum: 10 }, message: 'too much' },
    { field: 'aspect_ratio', code: 'server', message: 'Bit flipped', params: { message: 'Bit flipped' } },
  ]);
});

it('says refused with the text when a 422 brings one', async () => {
  const detail = 'Invalid JSON in data_json: Expecting value: line 1 column 2 (char 1)';
  expect((await bothOf(json(422, { detail }))).submit).toMatchObject({ code: 'refused', detail, spent: 'no' });
});

it('says refused when the server answers 400, 405, 409 or 413', async () => {
  for (const status of [400, 405, 409, 413]) {
    const { submit } = await bothOf(json(status, { detail: 'There was an error parsing the body' }));
    expect(submit).toMatchObject({ code: 'refused', spent: 'no', status });
  }
});

it('passes on the pause that a 429 asks for', async () => {
  const { submit } = await bothOf(json(429, { message: 'Rate Limit Exceeded' }, { 'retry-after': '17' }));
  expect(submit).toMatchObject({ code: 'rate_limited', params: { retryAfter: 17 }, retryable: true, spent: 'no' });
});

it('does not know what a crash in plain text has cost', async () => {
  const { submit, poll } = await bothOf(content(500, 'text/plain', 'Internal Server Error'));
  expect(submit).toMatchObject({ code: 'server_error', detail: 'Internal Server Error', spent: 'maybe' });
  expect(submit.params).toMatchObject({ status: 500 });
  expect(poll).toMatchObject({ code: 'server_error', spent: 'no', retryable: true });
});

it('believes the status of an error whose body breaks off', async () => {
  const { submit } = await bothOf(cutAfter(500, 'text/plain', 'Internal Serv'));
  expect(submit).toMatchObject({ code: 'server_error', status: 500, detail: 'Internal Serv' });
});

it('never quotes a web page that a CDN sends', async () => {
  const page = '<!DOCTYPE html><html><title>Web server is down</title></html>';
  const { submit, poll } = await bothOf(content(521, 'text/html; charset=UTF-8', page));
  expect(submit).toMatchObject({ code: 'gateway_page', params: { status: 521 }, spent: 'no' });
  expect(submit.detail).toBeUndefined();
  expect(submit.raw?.body).toContain('Web server is down');
  expect(poll).toMatchObject({ code: 'gateway_page', retryable: true });
});

it('knows a web page without its type by the first character', async () => {
  expect((await bothOf(content(404, 'text/plain', '\n <html>'))).poll).toMatchObject({ code: 'gateway_page' });
});

it('calls a submission uncertain when a gateway lost the server while it worked', async () => {
  for (const status of [502, 504, 520, 524]) {
    const { submit, poll } = await bothOf(content(status, 'text/html', '<html>Bad gateway</html>'));
    expect(submit).toMatchObject({ code: 'uncertain', spent: 'maybe', params: { cause: 'gateway' }, status });
    expect(poll).toMatchObject({ code: 'gateway_page' });
  }
});

it('takes a 502 with words of the API itself for its answer', async () => {
  const { submit } = await bothOf(json(502, { detail: { message: 'Upload failed' } }));
  expect(submit).toMatchObject({ code: 'server_error', detail: 'Upload failed', spent: 'maybe' });
});

it('says gateway_page when a web page comes where JSON was promised', async () => {
  const { submit, poll } = await bothOf(content(200, 'text/html', '<html>Log in to the hotel</html>'));
  expect(submit).toMatchObject({ code: 'gateway_page', spent: 'maybe' });
  expect(poll).toMatchObject({ code: 'gateway_page', spent: 'no' });
});

it('counts the unit as spent when the answer to an accepted submission makes no sense', async () => {
  for (const reply of [content(202, 'application/json', '{"task_id": '), json(202, { id: 'x' })])
    expect((await bothOf(reply)).submit).toMatchObject({ code: 'bad_answer', spent: 'yes', retryable: false });
});

it('says bad_answer when a poll is answered with something else', async () => {
  const { poll } = await bothOf(json(200, { state: 'dreaming' }));
  expect(poll).toMatchObject({ code: 'bad_answer', spent: 'no', retryable: true });
});

it('takes another good status than the documented one when the body fits', async () => {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', json(200, { task_id: 't1', status: 'pending' }));
  const { answer } = await client.call(to(server.url, generate, text));
  expect(answer).toEqual({ task_id: 't1', status: 'pending' });
});
