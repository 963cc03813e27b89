import { expect, it } from 'vitest';
import { createHttpProvider } from '../../../../src/main/providers/http-provider';
import type { Endpoint } from '../../../../src/shared/endpoints/endpoint';
import { requireEndpoint } from '../../../../src/shared/endpoints/index';
import { generate, generateFromPdf, health } from '../../../../src/shared/endpoints/paperbanana';
import { createHttpWorld, errorOf } from '../../../support/http-world';

const target = { profileId: 'p1', baseUrl: 'https://api.example/base/' };
const here = { jobId: 'job-1' };
const text = { source_context: 'a', caption: 'b' };

/** A provider whose requests are answered in turn. */
function world(...answers: [status: number, body: unknown][]) {
  const requests: Request[] = [];
  const asked: string[] = [];
  const { client, exchanges, file } = createHttpWorld(async (request) => {
    requests.push(request);
    const [status, body] = answers[requests.length - 1] ?? [500, 'unscripted'];
    const whole = body instanceof Uint8Array ? body : JSON.stringify(body);
    const type = body instanceof Uint8Array ? 'image/png' : 'application/json';
    return new Response(whole as BodyInit, { status, headers: { 'content-type': type } });
  });
  const secrets = new Map([['p1', 'key-of-p1']]);
  const provider = createHttpProvider({
    formats: { get: () => undefined, set: () => undefined },
    client,
    secretOf: async (profileId) => {
      asked.push(profileId);
      return secrets.get(profileId) ?? null;
    },
  });
  return { provider, requests, exchanges, asked, file };
}

const sending = (onSending = (): void => undefined) => ({ ...here, idempotencyKey: 'intent-1', onSending });

it('submits with the profile’s secret and gives the server’s name of the job', async () => {
  const { provider, requests, exchanges } = world([202, { task_id: 't1', status: 'pending' }]);
  expect(await provider.submit(generate, text, target, sending())).toEqual({ remoteId: 't1' });
  expect(requests[0]?.url).toBe('https://api.example/base/api/generate');
  expect(requests[0]?.headers.get('authorization')).toBe('Bearer key-of-p1');
  expect(exchanges[0]?.jobId).toBe('job-1');
});

it('sends a PDF as base64', async () => {
  const { provider, requests, file } = world([202, { task_id: 't1', status: 'pending' }]);
  const input = { pdf_base64: file('a.pdf', Buffer.from('%PDF-')), caption: 'c', pages: '1, 3-5' };
  await provider.submit(generateFromPdf, input, target, sending());
  expect(await requests[0]?.json()).toEqual({ pdf_base64: 'JVBERi0=', caption: 'c', pages: '1,3-5' });
});

it('marks the sending right before the request', async () => {
  const { provider, requests } = world([202, { task_id: 't1', status: 'pending' }]);
  let sentBefore = -1;
  const onSending = (): void => {
    sentBefore = requests.length;
  };
  await provider.submit(generate, text, target, sending(onSending));
  expect(sentBefore).toBe(0);
});

it('says no_credential, unmarked and unsent, where the profile has no secret', async () => {
  const { provider, requests } = world();
  let marked = false;
  const submit = provider.submit(
    generate,
    text,
    { ...target, profileId: 'p2' },
    sending(() => (marked = true)),
  );
  expect(await errorOf(submit)).toMatchObject({ code: 'no_credential', spent: 'no' });
  expect([marked, requests.length]).toEqual([false, 0]);
});

it('asks no vault for an endpoint without credential', async () => {
  const { provider, asked } = world([200, { status: 'ok' }]);
  expect(await provider.call(health, {}, target, here)).toMatchObject({ answer: { status: 'ok' } });
  expect(asked).toEqual([]);
});

it('counts the unit as spent where the answer names no job', async () => {
  const { provider } = world([202, { status: 'pending' }]);
  expect(await errorOf(provider.submit(generate, text, target, sending()))).toMatchObject({
    code: 'bad_answer',
    spent: 'yes',
  });
});

it('polls the endpoint that the job names and reads its answer', async () => {
  const { provider, requests } = world([200, { task_id: 't/1', status: 'running' }]);
  expect(await provider.poll(generate, 't/1', text, target, here)).toEqual({ state: 'running' });
  expect(requests[0]?.url).toBe('https://api.example/base/api/tasks/t%2F1');
});

it('reads a poll’s 404 as forgotten and its 403 as what blocks', async () => {
  const { provider } = world([404, { detail: 'Task not found' }], [403, { detail: 'Quota exhausted' }]);
  const poll = () => errorOf(provider.poll(generate, 't1', text, target, here));
  expect((await poll()).code).toBe('forgotten');
  expect((await poll()).code).toBe('quota_exhausted');
});

it('says bad_answer where the answer cannot be read as a job', async () => {
  const read = (): never => {
    throw new Error('unreadable');
  };
  const { provider } = world([200, { task_id: 't1', status: 'running' }]);
  const odd: Endpoint = { ...generate, job: { ...generate.job!, read } };
  expect(await errorOf(provider.poll(odd, 't1', text, target, here))).toMatchObject({ code: 'bad_answer' });
});

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  let all = '';
  for await (const chunk of body) all += Buffer.from(chunk).toString();
  return all;
}

it('fetches what another endpoint delivers, with the secret', async () => {
  const { provider, requests } = world([200, Buffer.from('png')]);
  const input = { task_id: 't1', format: 'svg' };
  const source = { kind: 'endpoint', format: 'svg', endpoint: 'paperbanana.taskImage', input } as const;
  const { contentType, body } = await provider.fetchArtifact(source, target, here);
  expect([contentType, await bytesOf(body)]).toEqual(['image/png', 'png']);
  expect(requests[0]?.url).toBe('https://api.example/base/api/tasks/t1/image?format=svg');
  expect(requests[0]?.headers.get('authorization')).toBe('Bearer key-of-p1');
});

it('fetches an address without any secret', async () => {
  const { provider, requests, asked, exchanges } = world([200, Buffer.from('png')], [200, Buffer.from('png')]);
  const fetch = (url: string) => provider.fetchArtifact({ kind: 'url', format: 'png', url }, target, here);
  await bytesOf((await fetch('https://cdn.example/a.png?X-Amz-Signature=0a1b')).body);
  await bytesOf((await fetch('/files/b.png')).body);
  expect(requests.map(({ url }) => url)).toEqual([
    'https://cdn.example/a.png?X-Amz-Signature=0a1b',
    'https://api.example/files/b.png',
  ]);
  expect(requests.every(({ headers }) => !headers.has('authorization'))).toBe(true);
  expect(asked).toEqual([]);
  expect(exchanges[0]?.url).toBe('https://cdn.example/a.png?X-Amz-Signature=•••');
});

it('does not ask plain http or other schemes for a file', async () => {
  const { provider, requests } = world();
  for (const url of ['http://10.0.0.1/admin', 'file:///etc/passwd', 'http://']) {
    const fetch = provider.fetchArtifact({ kind: 'url', format: 'png', url }, target, here);
    expect((await errorOf(fetch)).code).toBe('bad_answer');
  }
  expect(requests).toHaveLength(0);
});

it('decodes bytes that came inside the answer', async () => {
  const { provider, requests } = world();
  const source = { kind: 'inline', format: 'png', base64: 'cG5n' } as const;
  const { body } = await provider.fetchArtifact(source, target, here);
  expect([await bytesOf(body), requests.length]).toEqual(['png', 0]);
});

it('hides the key where the reason of a failed job repeats it', async () => {
  const failed = { task_id: 't1', status: 'failed', error: 'refused: Bearer key-of-p1' };
  const { provider } = world([200, failed]);
  const reading = await provider.poll(generate, 't1', text, target, here);
  expect(reading).toEqual({ state: 'failed', reason: 'refused: Bearer •••' });
});

it('hides the token where the answer of a run that failed at once repeats it', async () => {
  const api = { callID: 'r1', finished: true, modelOutputs: [] };
  const { provider } = world([200, { data: { id: 'r1', message: 'error at ?api_token=key-of-p1', created: 1, api } }]);
  const accepted = await provider.submit(
    requireEndpoint('bananadev.run'),
    { modelKey: 'm', modelInputs: {} },
    target,
    sending(),
  );
  expect(JSON.stringify(accepted)).toContain('error at ?api_token=•••');
  expect(JSON.stringify(accepted)).not.toContain('key-of-p1');
});
