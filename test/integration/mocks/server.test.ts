import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { DEMO_CREDENTIALS } from '../../../mocks/credentials';
import { startMockServer } from '../../../mocks/server';
import { DEFAULT_DEMO_SETTINGS } from '../../../src/shared/settings';
import type { DemoSettings } from '../../../src/shared/settings';
import { createFakeClock } from '../../support/fake-clock';
import { DEMO_HEADERS, fakeRasterize, RESOURCES } from '../../support/mock-world';

async function start(patch: Partial<DemoSettings> = {}) {
  const settings: DemoSettings = { ...DEFAULT_DEMO_SETTINGS, speed: 0, ...patch };
  const clock = createFakeClock();
  const server = await startMockServer({
    settings: () => settings,
    clock,
    resourcesDir: RESOURCES,
    rasterize: fakeRasterize,
  });
  onTestFinished(() => server.close());
  return server;
}

const json = { ...DEMO_HEADERS, 'content-type': 'application/json' };
const body = JSON.stringify({ source_context: 's', caption: 'c' });

it('carries the whole job over a socket', async () => {
  const { url, requests } = await start();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const accepted = await fetch(`${url}/api/generate`, { method: 'POST', headers: json, body });
  expect(accepted.status).toBe(202);
  const { task_id } = (await accepted.json()) as { task_id: string };
  const task = (await (await fetch(`${url}/api/tasks/${task_id}`, { headers: json })).json()) as Record<
    string,
    unknown
  >;
  expect(task['status']).toBe('completed');
  expect(JSON.stringify(task['artifacts'])).toContain(`${url}/api/tasks/${task_id}/image`);
  const image = await fetch(`${url}/api/tasks/${task_id}/image`, { headers: json });
  expect(
    Buffer.from(await image.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(requests.map(({ method, path, status }) => [method, path, status])).toEqual([
    ['POST', '/api/generate', 202],
    ['GET', `/api/tasks/${task_id}`, 200],
    ['GET', `/api/tasks/${task_id}/image`, 200],
  ]);
  expect(requests[0]?.body).toEqual({ source_context: 's', caption: 'c' });
});

it('really cuts the line after a submission was taken', async () => {
  const failures = { ...DEFAULT_DEMO_SETTINGS.failures, cutAfterSending: 1 };
  const { url, requests } = await start({ failures });
  await expect(fetch(`${url}/api/generate`, { method: 'POST', headers: json, body })).rejects.toThrow('fetch failed');
  expect(requests).toMatchObject([{ path: '/api/generate', status: null }]);
});

it('lets a test put another answer, a hanging line or a cut one in the place of its own', async () => {
  const { url, intercept } = await start();
  const page = () =>
    new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } });
  intercept(({ path }) =>
    path === '/api/health' ? page() : path === '/api/hang' ? 'hang' : path === '/api/cut' ? 'cut' : undefined,
  );
  const answer = await fetch(`${url}/api/health`);
  expect([answer.status, await answer.text()]).toEqual([502, '<html>Bad gateway</html>']);
  await expect(fetch(`${url}/api/cut`, { method: 'POST', body: 'x' })).rejects.toThrow('fetch failed');
  await expect(fetch(`${url}/api/hang`, { signal: AbortSignal.timeout(150) })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
  intercept(undefined);
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
});

it('closes also while a line hangs', async () => {
  const { url, intercept, close } = await startMockServer({
    settings: () => DEFAULT_DEMO_SETTINGS,
    clock: createFakeClock(),
    resourcesDir: RESOURCES,
  });
  intercept(() => 'hang');
  const hanging = fetch(url).catch(() => 'ended');
  await expect.poll(() => fetch(url, { signal: AbortSignal.timeout(50) }).catch(() => 'hangs')).toBe('hangs');
  await close();
  expect(await hanging).toBe('ended');
});

it('carries BananaHub over a socket, its picture from the same server', async () => {
  const { url } = await start();
  const headers = { authorization: `Bearer ${DEMO_CREDENTIALS.bananahub.user}`, 'content-type': 'application/json' };
  const created = await fetch(`${url}/bananahub/api/v1/text-generations`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ prompt: 'p', aspect_ratio: '1:1' }),
  });
  expect(created.status).toBe(202);
  const { status_url } = (await created.json()) as { status_url: string };
  const job = (await (await fetch(new URL(status_url, url), { headers })).json()) as { result: { image_url: string } };
  expect(job.result.image_url.startsWith(`${url}/bananahub/cdn/`)).toBe(true);
  expect((await fetch(job.result.image_url)).headers.get('content-type')).toBe('image/png');
});

it('takes a deletion’s empty answer over a socket, JSON by name', async () => {
  const { url } = await start();
  const headers = { authorization: `Bearer ${DEMO_CREDENTIALS.paperbanana.admin}` };
  const answer = await fetch(`${url}/api/admin/keys/pb_a1b2c3...`, { method: 'DELETE', headers });
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    204,
    'application/json',
    '',
  ]);
});

it('takes pictures of 39 MB and refuses more', async () => {
  const { url } = await start();
  const headers = { authorization: `Bearer ${DEMO_CREDENTIALS.bananahub.user}`, 'content-type': 'application/json' };
  const send = async (bytes: number) => {
    const image = Buffer.alloc(bytes / 2, 7).toString('base64');
    const body = JSON.stringify({
      prompt: 'p',
      aspect_ratio: '1:1',
      resolution: '1K',
      input_images_base64: [image, image],
    });
    return (await fetch(`${url}/bananahub/api/v1/generations`, { method: 'POST', headers, body })).status;
  };
  expect(await send(39_000_000)).toBe(202);
  expect(await send(42_000_000)).toBe(422);
});

it('lets go of who hangs up while it hangs', async () => {
  const { url } = await start({ rules: [{ endpoint: '*', kind: 'hang', oneIn: 1 }] });
  await expect(fetch(`${url}/api/health`, { signal: AbortSignal.timeout(100) })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
});

/** The path as it stands: fetch would mend it, or refuse it. */
function statusOf(base: string, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(base, { path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

const { paperbanana, bananahub, bananadev } = DEMO_CREDENTIALS;
it.each([
  ['/api/tasks/%ff%zz', paperbanana.user, 404],
  ['/api/tasks/%zz/image', paperbanana.user, 404],
  ['/api/tasks/%zz', 'pb_nobody', 401],
  ['/api/admin/keys/%', paperbanana.admin, 404],
  ['/bananahub/api/v1/jobs/%c3%28', bananahub.user, 404],
  [`/bananadev/v1/models/%zz?api_token=${bananadev.user}`, '', 404],
  ['/bananahub/cdn/%zz', '', 404],
  ['/%zz', '', 404],
  ['//%zz', '', 404],
  ['http://%zz/', '', 400],
])('answers %s as a server that does not know it', async (path, key, status) => {
  const { url } = await start({ behaviour: 'observed' });
  expect(await statusOf(url, path, { authorization: `Bearer ${key}` })).toBe(status);
});
