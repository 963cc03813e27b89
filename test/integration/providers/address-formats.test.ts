import { expect, it } from 'vitest';
import { cut, json, type Reply } from '../../support/loopback-server';
import { openScene, type ServerScene } from '../../support/server-scene';
import { openServices } from '../../support/services-world';

const NEW = 'GET /v1/models/sdxl';
const OLD = 'GET /v1/models/modelkey';
const model = json(200, { data: { modelKey: 'sdxl', name: 'SDXL' } });
const missing = json(404, { message: 'Model Not Found' });

async function ask(scene: ServerScene): Promise<{ format: unknown; asked: string[]; error?: unknown }> {
  const before = scene.server.received.length;
  const settled = await scene.call('bananadev.getModel', { model_key: 'sdxl' }).then(
    ({ exchangeId }) => ({ format: scene.services.exchanges.find(exchangeId)?.format }),
    (error: unknown) => ({ format: undefined, error }),
  );
  return {
    ...settled,
    asked: scene.server.received.slice(before).map(({ path }) => path.replace(/[?&]api_token=.*/, '')),
  };
}

it('reads by the new format and says so', async () => {
  const scene = await openScene();
  scene.server.on(NEW, model);
  expect(await ask(scene)).toEqual({ format: 'new', asked: ['/v1/models/sdxl'] });
});

it.each<[string, Reply]>([
  ['404', missing],
  ['500', json(500, { message: 'no route' })],
  ['nonsense', json(200, { hello: 1 })],
])('reads by the old format after %s, remembers it over a restart, and comes back from it', async (_what, reply) => {
  const scene = await openScene();
  scene.server.on(NEW, reply);
  scene.server.on(OLD, model);
  expect(await ask(scene)).toEqual({ format: 'old', asked: ['/v1/models/sdxl', '/v1/models/modelkey?model_key=sdxl'] });
  scene.services.close();
  const next = openServices(scene.dataDir);
  const again = {
    ...scene,
    ...next,
    call: (endpoint: string, input: Record<string, unknown>) =>
      next.services.call({ endpoint, input, profile: { id: 'p1', name: '', baseUrl: scene.server.url } }),
  };
  expect(await ask(again)).toEqual({ format: 'old', asked: ['/v1/models/modelkey?model_key=sdxl'] });
  scene.server.on(OLD, missing);
  scene.server.on(NEW, model);
  expect(await ask(again)).toMatchObject({ format: 'new', asked: { length: 2 } });
  expect(await ask(again)).toEqual({ format: 'new', asked: ['/v1/models/sdxl'] });
});

it.each<[string, Reply, string]>([
  ['401', json(401, { message: 'Invalid API Key' }), 'unauthorized'],
  ['429', json(429, { message: 'Rate Limit Exceeded' }), 'rate_limited'],
])('asks once after %s: another address would not help', async (_what, reply, code) => {
  const scene = await openScene();
  scene.server.on(NEW, reply);
  expect(await ask(scene)).toMatchObject({ error: { code }, asked: { length: 1 } });
});

it('does not take a cut line for a wrong address', async () => {
  const scene = await openScene();
  scene.server.on(NEW, cut);
  scene.server.on(OLD, model);
  expect(await ask(scene)).toMatchObject({ error: { code: 'connection_lost' } });
  expect(scene.count(OLD)).toBe(0);
});

it('tells the new format’s error where both fail', async () => {
  const scene = await openScene();
  scene.server.on(NEW, missing);
  expect(await ask(scene)).toMatchObject({ error: { code: 'not_found', data: { detail: 'Model Not Found' } } });
});

it.each([
  ['bananadev.start', '/v1/start', { modelKey: 'm', modelInputs: {} }],
  ['bananadev.run', '/v1/run', { modelKey: 'm', modelInputs: {} }],
  ['bananadev.check', '/v1/check', { id: 'r', modelKey: 'm' }],
  ['bananadev.deploy', '/v1/deploy', { modelKey: 'm', source: 'x' }],
])('sends %s exactly once, whatever is answered', async (id, path, input) => {
  for (const reply of [json(404, { message: 'Model Not Found' }), json(500, { error: 'x' }), cut]) {
    const scene = await openScene();
    scene.server.on(`POST ${path}`, reply);
    const work: Promise<unknown> =
      id.endsWith('start') || id.endsWith('run') ? scene.submit(id, input) : scene.call(id, input);
    await work.catch(() => undefined);
    await scene.clock.advance(86_400_000);
    expect(scene.server.received.map(({ method }) => method)).toEqual(['POST']);
  }
});
