import { expect, it } from 'vitest';
import { LIMITED_HUB_KEY } from '../../../mocks/credentials';
import { createMockClient } from '../../support/mock-client';
import { createMockWorld } from '../../support/mock-world';

const panda = { prompt: 'a red panda', aspect_ratio: '16:9', resolution: '2K' };
const TEXT = 'POST /text-generations';

function start(options: Parameters<typeof createMockWorld>[0] = {}) {
  const world = createMockWorld({ speed: 1, ...options });
  const ask = createMockClient(world, 'bananahub');
  const create = async (body: unknown = panda, headers: Record<string, string> = {}) =>
    String(((await ask(TEXT, { body, headers })).json as Record<string, unknown>)['job_id']);
  const job = async (id: string) =>
    (await ask(`GET /jobs/${id}`)).json as { status: string; result: { image_url: string } | null; error: unknown };
  return { world, ask, create, job };
}

it('walks a job from queued over processing to done', async () => {
  const { world, create, job } = start();
  const id = await create();
  const seen = [];
  for (let turn = 0; turn < 45; turn++) {
    seen.push((await job(id)).status);
    await world.clock.advance(500);
  }
  expect([...new Set(seen)]).toEqual(['queued', 'processing', 'done']);
  expect(await job(id)).toMatchObject({ error: null, started_at: expect.stringMatching(/Z$/) as string });
});

it('gives the first job again for the same Idempotency-Key, and charges once', async () => {
  const { ask, create } = start({ failures: { quota: 1 } });
  const headers = { 'idempotency-key': 'one' };
  const first = await create(panda, headers);
  expect(await create(panda, headers)).toBe(first);
  expect(await ask(TEXT, { body: panda, headers: { 'idempotency-key': 'two' } })).toMatchObject({ status: 402 });
});

it('finds the job of a submission whose answer was lost, by its Idempotency-Key', async () => {
  const { world, ask, create, job } = start({ failures: { quota: 1, cutAfterSending: 1 } });
  const headers = { 'idempotency-key': 'one' };
  await expect(ask(TEXT, { body: panda, headers })).rejects.toThrow('fetch failed');
  const id = await create(panda, headers);
  await world.clock.advance(30_000);
  expect((await job(id)).status).toBe('done');
});

it('presigns another address at every poll, good for a day', async () => {
  const { world, ask, create, job } = start({ speed: 0 });
  const id = await create();
  const addresses = [(await job(id)).result?.image_url ?? '', (await job(id)).result?.image_url ?? ''];
  expect(addresses[0]).not.toBe(addresses[1]);
  for (const address of addresses) {
    const image = await ask(`GET ${address}`, { secret: null });
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
  }
  await world.clock.advance(25 * 3600_000);
  const late = await ask(`GET ${addresses[0] ?? ''}`, { secret: null });
  expect([late.status, late.headers.get('content-type')]).toEqual([403, 'application/xml']);
  expect(late.text).toContain('Request has expired');
  expect((await ask(`GET ${(await job(id)).result?.image_url ?? ''}`, { secret: null })).status).toBe(200);
});

it('gives no picture for a forged address', async () => {
  const { ask, create, job } = start({ speed: 0 });
  const address = (await job(await create())).result?.image_url ?? '';
  expect((await ask(`GET ${address.slice(0, -1)}`, { secret: null })).text).toContain('SignatureDoesNotMatch');
  expect((await ask(`GET ${address.split('?')[0] ?? ''}`, { secret: null })).status).toBe(403);
});

it('points at its own store where it is served from another address', async () => {
  const { ask } = start({ speed: 0 });
  for (const base of ['http://127.0.0.1:9/bananahub/api/v1', 'http://127.0.0.1:9/bananahub/v1']) {
    const { job_id, status_url } = (await ask(`POST ${base}/text-generations`, { body: panda })).json as Record<
      string,
      string
    >;
    expect(status_url).toBe(`${new URL(base).pathname}/jobs/${job_id ?? ''}`);
    const { result } = (await ask(`GET ${base}/jobs/${job_id ?? ''}`)).json as { result: { image_url: string } };
    expect(result.image_url).toMatch(/^http:\/\/127\.0\.0\.1:9\/bananahub\/cdn\/results\//);
    expect((await ask(`GET ${result.image_url}`, { secret: null })).status).toBe(200);
  }
});

const urls = (count: number) => Array.from({ length: count }, (_, index) => `https://example.com/${index}.png`);
const fromUrls = (list: unknown) => ({ prompt: 'p', aspect_ratio: '1:1', input_images_urls: list });
const fromFiles = (list: unknown) => ({
  prompt: 'p',
  aspect_ratio: '1:1',
  resolution: '1K',
  input_images_base64: list,
});

it.each<[string, unknown, RegExp]>([
  ['/text-generations', { aspect_ratio: '1:1' }, /prompt is required/],
  ['/text-generations', { ...panda, aspect_ratio: 'auto' }, /aspect_ratio must be one of/],
  ['/text-generations', { ...panda, resolution: '8K' }, /resolution must be one of/],
  ['/nb/text-generations', { ...panda, aspect_ratio: '1:8' }, /aspect_ratio must be one of/],
  ['/nb/text-generations', panda, /1K only/],
  ['/url-generations', fromUrls([]), /at least 1/],
  ['/url-generations', fromUrls(urls(15)), /at most 14/],
  ['/nb2/url-generations', fromUrls(['ftp://example.com/a.png']), /http or https/],
  ['/url-generations', fromUrls(['https://pictures.invalid/a.png']), /Could not read input image 1/],
  [
    '/url-generations',
    fromUrls(['https://example.com/a.png', 'http://192.168.0.4/b.png']),
    /Could not read input image 2/,
  ],
  ['/generations', fromFiles(['***']), /not a base64-encoded image/],
  ['/generations', fromFiles(['A'.repeat(30_000_000), 'A'.repeat(30_000_000)]), /40 MB/],
])('refuses at %s', async (path, body, message) => {
  const answer = await start().ask(`POST ${path}`, { body });
  expect(answer).toMatchObject({
    status: 422,
    json: { detail: { message: expect.stringMatching(message) as string } },
  });
});

it('takes 14 pictures', async () => {
  expect((await start().ask('POST /url-generations', { body: fromUrls(urls(14)) })).status).toBe(202);
});

it.each([
  [null, 401, 'Missing API key'],
  ['nobody', 401, 'Invalid API key'],
  [LIMITED_HUB_KEY, 403, 'This API key is not allowed to use NanoBanana Pro'],
])('refuses the key %j with %d', async (secret, status, detail) => {
  expect(await start().ask(TEXT, { body: panda, secret })).toMatchObject({ status, json: { detail } });
});

it('tells nothing of an unknown job, nor of another account’s', async () => {
  const { ask, create } = start();
  const notFound = { status: 404, json: { detail: 'Job not found' } };
  expect(await ask('GET /jobs/unknown')).toMatchObject(notFound);
  expect(await ask(`GET /jobs/${await create()}`, { secret: LIMITED_HUB_KEY })).toMatchObject(notFound);
});

it('says why a job failed, and has no picture then', async () => {
  const { create, job } = start({ speed: 0, failures: { jobFails: true } });
  expect(await job(await create())).toMatchObject({
    status: 'failed',
    result: null,
    error: expect.stringMatching(/./) as string,
  });
});
