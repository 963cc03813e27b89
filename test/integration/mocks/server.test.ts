import { expect, it, onTestFinished } from 'vitest';
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
