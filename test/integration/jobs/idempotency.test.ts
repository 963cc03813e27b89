import { expect, it } from 'vitest';
import { content, cut, hang, json } from '../../support/loopback-server';
import { pngBytes } from '../../support/pictures';
import { openScene, type ServerScene } from '../../support/server-scene';
import { openServices, type ServicesWorld } from '../../support/services-world';

const POST = 'POST /text-generations';
const INPUT = { prompt: 'a red panda', aspect_ratio: '1:1' };
const accepted = json(202, { job_id: 'j1', status: 'queued', status_url: '/api/v1/jobs/j1' });
const keys = ({ server }: ServerScene): unknown[] =>
  server.received.filter(({ method }) => method === 'POST').map(({ headers }) => headers['idempotency-key']);

/** Lets the time of the repeat come, and waits for it. */
async function repeat(world: ServicesWorld): Promise<void> {
  await world.until(({ state, nextPollAt }) => state !== 'sending' || nextPollAt !== null);
  await world.clock.advance(Math.max(0, (world.job().nextPollAt ?? 0) - world.clock.now()));
}

it('sends a fresh key with every intent', async () => {
  const scene = await openScene();
  scene.server.on(POST, accepted);
  await scene.submit('bananahub.textToImage', INPUT);
  await scene.submit('bananahub.textToImage', INPUT);
  expect(new Set(keys(scene)).size).toBe(2);
  expect(keys(scene)).not.toContain(undefined);
});

it('sends a lost submission again with the same key until it is answered, and is charged once', async () => {
  const scene = await openScene();
  scene.server.on(POST, cut, cut, cut, cut, accepted);
  await scene.submit('bananahub.textToImage', INPUT);
  expect(scene.job()).toMatchObject({ state: 'sending', error: { code: 'uncertain' } });
  await repeat(scene);
  await scene.server.arrived(4);
  await repeat(scene);
  await scene.until(({ state }) => state === 'queued');
  expect(scene.job()).toMatchObject({ remoteId: 'j1', units: 1, error: null });
  expect(keys(scene)).toHaveLength(5);
  expect(new Set(keys(scene)).size).toBe(1);
  expect(scene.services.jobs.get(scene.job().id).events.map(({ kind, count }) => [kind, count])).toEqual([
    ['prepared', 1],
    ['sending', 1],
    ['sent_again', 2],
    ['accepted', 1],
  ]);
});

it('sends again by itself at the next start what was on its way when the program ended', async () => {
  const scene = await openScene();
  scene.server.on(POST, hang, accepted);
  void scene.submit('bananahub.textToImage', INPUT).catch(() => undefined);
  await scene.server.arrived(1);
  scene.services.close();

  const next = openServices(scene.dataDir);
  expect(next.job().state).toBe('sending');
  next.services.jobs.start();
  await next.until(({ state }) => state === 'queued');
  expect(next.job()).toMatchObject({ remoteId: 'j1', units: 1 });
  expect(new Set(keys(scene)).size).toBe(1);
  expect(keys(scene)).toHaveLength(2);
});

it('never does so for a submission without such a key', async () => {
  const scene = await openScene();
  scene.server.on('POST /v1/start', cut);
  await scene.submit('bananadev.start', { modelKey: 'm', modelInputs: {} });
  expect(scene.job().state).toBe('uncertain');
  await scene.clock.advance(86_400_000);
  expect(scene.server.received).toHaveLength(1);
  expect(scene.server.received[0]?.headers['idempotency-key']).toBeUndefined();
});

it('lets a day go by before it calls the submission uncertain', async () => {
  const scene = await openScene();
  scene.server.on(POST, cut);
  await scene.submit('bananahub.textToImage', INPUT);
  scene.clock.sleep(25 * 3_600_000);
  scene.services.jobs.wake();
  await scene.until(({ state }) => state === 'uncertain');
  expect(keys(scene)).toHaveLength(2);
});

it('ends as refused when the repeat is refused for what it is', async () => {
  const scene = await openScene();
  scene.server.on(POST, cut, cut, json(402, { detail: { message: 'Out of funds' } }));
  await scene.submit('bananahub.textToImage', INPUT);
  await repeat(scene);
  await scene.until(({ state }) => state === 'failed');
  expect(scene.job()).toMatchObject({ units: 0, error: { code: 'out_of_funds', detail: 'Out of funds' } });
});

it.each([
  [401, { detail: 'Invalid API key' }],
  [503, { detail: 'Model paused' }],
])('goes on when a repeat meets %i, which says nothing about the first', async (status, body) => {
  const scene = await openScene();
  scene.server.on(POST, cut, cut, json(status, body), accepted);
  await scene.submit('bananahub.textToImage', INPUT);
  await repeat(scene);
  await scene.server.arrived(3);
  await scene.until(({ error }) => error?.status === status);
  await repeat(scene);
  await scene.until(({ state }) => state === 'queued');
});

it('can be given up between two repeats', async () => {
  const scene = await openScene();
  scene.server.on(POST, cut);
  const { jobId } = await scene.submit('bananahub.textToImage', INPUT);
  scene.services.jobs.giveUp(jobId);
  expect(scene.job()).toMatchObject({ state: 'uncertain', error: { code: 'given_up' } });
  await scene.clock.advance(3_600_000);
  expect(keys(scene)).toHaveLength(2);
});

it('sends pictures of this computer as bare base64, in a repeat too', async () => {
  const scene = await openScene();
  scene.server.on('POST /generations', cut, cut, json(202, { job_id: 'j2', status: 'queued' }));
  const bytes = pngBytes(2, 2);
  const file = await scene.services.files.importBytes(bytes, { name: 'a.png', maxBytes: 1000, accept: 'image' });
  await scene.submit('bananahub.editImages', {
    input_images_base64: [file, bytes.toString('base64')],
    prompt: 'x',
    aspect_ratio: 'auto',
    resolution: '1K',
  });
  await repeat(scene);
  await scene.until(({ state }) => state === 'queued');
  const bodies = scene.server.received.map(({ body }) => JSON.parse(body.toString()) as Record<string, unknown>);
  for (const body of bodies) expect(body['input_images_base64']).toEqual(Array(2).fill(bytes.toString('base64')));
  const [exchange] = scene.services.exchanges.list(scene.job().id);
  expect(exchange?.requestBody).toContain(`<a.png, ${pngBytes().length} bytes>`);
});

it.each([
  [403, 'application/json', '{}'],
  [403, 'application/xml', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
  [404, 'text/plain', 'gone'],
  [410, 'text/plain', 'gone'],
])('asks for a fresh address when the presigned one answers %i (%s)', async (status, type, body) => {
  const scene = await openScene();
  const url = (name: string) => `${scene.server.url}/${name}?X-Amz-Signature=secret${name}`;
  const done = (name: string) => json(200, { job_id: 'j1', status: 'done', result: { image_url: url(name) } });
  scene.server.on(POST, accepted);
  scene.server.on('GET /jobs/j1', done('first'), done('first'), done('second'));
  scene.server.on('GET /first', content(status, type, body));
  scene.server.on('GET /second', content(200, 'image/png', pngBytes()));
  await scene.submit('bananahub.textToImage', INPUT);
  const pauses: number[] = [];
  for (let times = 0; times < 3; times += 1) {
    const pause = (scene.job().nextPollAt ?? 0) - scene.clock.now();
    pauses.push(pause);
    const asked = scene.count('GET /jobs/j1');
    await scene.clock.advance(pause);
    await scene.until(
      ({ state, error, nextPollAt }) =>
        state === 'done' ||
        (scene.count('GET /jobs/j1') > asked && error?.code === 'link_expired' && nextPollAt! > scene.clock.now()),
    );
  }
  await scene.until(({ state }) => state === 'done');
  expect(scene.job()).toMatchObject({ error: null, assets: [{ format: 'png' }] });
  expect(pauses[2]).toBeGreaterThan(pauses[1]!);
  // a presigned address is anybody's: it gets no key
  const downloads = scene.server.received.filter(({ path }) => /first|second/.test(path));
  for (const { headers } of downloads) expect(headers.authorization).toBeUndefined();
  expect(JSON.stringify(scene.services.exchanges.list(scene.job().id))).not.toMatch(/secret(first|second)/);
});
