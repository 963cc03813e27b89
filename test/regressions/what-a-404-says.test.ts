import { expect, it } from 'vitest';
import { createWords } from '../../src/cli/words';
import { ENDPOINTS, findEndpoint } from '../../src/shared/endpoints';
import { CATALOGUES } from '../../src/shared/i18n/catalogue';
import { endpointKey } from '../../src/shared/i18n/locale';
import { content, json, type Reply } from '../support/loopback-server';
import { pngBytes } from '../support/pictures';
import { askOnce, openScene } from '../support/server-scene';

/** What stands between a program and its server, and answers 404 in the server's place. */
const PROXIES: [string, Reply][] = [
  ['Traefik', content(404, 'text/plain; charset=utf-8', '404 page not found\n')],
  ['nginx', content(404, 'text/html', '<html><head><title>404 Not Found</title></head></html>')],
  ['a text that borrows the words', content(404, 'text/plain', 'Task not found')],
  ['a web page that borrows the words', content(404, 'text/html', '<h1>Task not found</h1>')],
  ['nothing at all', content(404, 'text/plain', '')],
  ['Kong', json(404, { message: 'no Route matched with those values' })],
  ['an API gateway', json(404, { message: 'Not Found' })],
  ['Spring', json(404, { status: 404, error: 'Not Found', path: '/api/tasks/x' })],
  ['FastAPI without the path', json(404, { detail: 'Not Found' })],
  ['FastAPI without the path, in other case', json(404, { detail: 'not found' })],
  ['a hosting that sleeps', json(404, { detail: 'Application not found', code: 404 })],
  ['a list', json(404, ['Task not found'])],
  ['a text in JSON', json(404, 'Task not found')],
  ['an object elsewhere', json(404, { error: { detail: 'Task not found' } })],
  ['S3', content(404, 'application/xml', '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>')],
];

const CASES = [
  [
    'paperbanana.generate',
    { source_context: 'a', caption: 'b' },
    'POST /api/generate',
    { task_id: 'x1' },
    'GET /api/tasks/x1',
  ],
  [
    'bananahub.textToImage',
    { prompt: 'a', aspect_ratio: '1:1' },
    'POST /text-generations',
    { job_id: 'x1' },
    'GET /jobs/x1',
  ],
  ['bananadev.start', { modelKey: 'm', modelInputs: {} }, 'POST /v1/start', { data: { id: 'x1' } }, 'POST /v1/check'],
] as const;

for (const [endpoint, input, post, accepted, ask] of CASES)
  it.each(PROXIES)(`${endpoint}: a 404 of %s makes no job forgotten`, async (_who, reply) => {
    if (endpoint !== 'paperbanana.generate' && JSON.stringify(_who).includes('borrows')) return;
    const scene = await openScene();
    scene.server.on(post, json(202, accepted));
    scene.server.on(ask, reply);
    await scene.submit(endpoint, input);
    for (let times = 0; times < 5; times += 1) await askOnce(scene);
    expect(scene.job()).toMatchObject({ state: 'queued', pollCount: 5 });
    expect(scene.job().error?.code).not.toBe('forgotten');
  });

it.each([
  ['paperbanana.generate', 'Task not found'],
  ['paperbanana.generate', 'task not found'],
  ['bananahub.textToImage', 'Job not found'],
  ['bananahub.textToImage', { message: 'Unknown job' }],
  ['bananadev.start', 'Run Not Found'],
])('%s: %j of the service itself does', async (id, detail) => {
  const [endpoint, input, post, accepted, ask] = CASES.find(([one]) => one === id) ?? CASES[0];
  const scene = await openScene();
  scene.server.on(post, json(202, accepted));
  scene.server.on(ask, json(404, { detail }));
  await scene.submit(endpoint, input);
  for (let times = 0; times < 3; times += 1) await askOnce(scene);
  expect(scene.job()).toMatchObject({ state: 'failed', error: { code: 'forgotten' } });
});

it.each(PROXIES.filter(([who]) => !who.startsWith('FastAPI')))(
  'a 404 of %s in place of a finished picture loses nothing',
  async (_who, reply) => {
    const scene = await openScene();
    scene.server.on('POST /api/generate', json(202, { task_id: 'x1', status: 'pending' }));
    scene.server.on('GET /api/tasks/x1', json(200, { task_id: 'x1', status: 'completed' }));
    const picture = content(200, 'image/png', pngBytes());
    scene.server.on('GET /api/tasks/x1/image', reply, reply, picture);
    await scene.submit('paperbanana.generate', { source_context: 'a', caption: 'b' });
    for (let times = 0; times < 3 && scene.job().state !== 'done'; times += 1) {
      const { nextPollAt } = scene.job();
      await scene.clock.advance((nextPollAt ?? 0) - scene.clock.now());
      await scene.until((job) => job.state === 'done' || (job.nextPollAt ?? 0) > scene.clock.now());
    }
    expect(await scene.until(({ state }) => state === 'done')).toMatchObject({ assets: [{ format: 'png' }] });
  },
);

const LACKING = ENDPOINTS.filter(({ instead }) => instead !== undefined);

it('names what comes nearest for what public servers lack, from the declaration alone', () => {
  expect(LACKING.map(({ id, instead }) => [id, instead])).toEqual([
    ['paperbanana.generateFromPdf', { endpoint: 'paperbanana.generate' }],
    ['paperbanana.optimizePrompt', { endpoint: 'paperbanana.generate' }],
    ['paperbanana.composite', { screen: 'figure' }],
  ]);
  for (const { id, instead } of LACKING) {
    if (instead && 'endpoint' in instead) expect(findEndpoint(instead.endpoint)).toBeDefined();
    for (const catalogue of Object.values(CATALOGUES))
      expect((catalogue.endpoints as Record<string, object>)[endpointKey(id)]).toHaveProperty('instead');
  }
});

it.each(
  LACKING.flatMap((endpoint) => [
    [endpoint, 404, 'Not Found'] as const,
    [endpoint, 405, 'Method Not Allowed'] as const,
  ]),
)(
  'tells a server without $id (%i) as that: nothing spent, and what to do instead',
  async (endpoint, status, detail) => {
    const scene = await openScene();
    scene.server.on(`POST ${endpoint.path}`, json(status, { detail }));
    const error: unknown = await scene.submit(endpoint.id, endpoint.example).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ data: { code: 'not_offered', spent: 'no', params: { endpoint: endpoint.id } } });
    expect(scene.job()).toMatchObject({ state: 'failed', units: 0, error: { code: 'not_offered' } });
    const said = createWords({ LANG: 'en_US.UTF-8' }).error(scene.job().error!);
    expect(said).toMatch(/doesn’t offer that.* (“Diagram from text”|Figure screen)/);
  },
);

it('says the same of an endpoint that nothing comes near, and of a plain call', async () => {
  const scene = await openScene();
  const { data } = (await scene
    .submit('paperbanana.plot', { data_json: '{"a":[1]}', intent: 'x' })
    .catch((caught: unknown) => caught)) as { data: object };
  expect(data).toMatchObject({ code: 'not_offered', spent: 'no' });
  expect(data).not.toHaveProperty('params');
  await expect(scene.call('paperbanana.health', {})).rejects.toMatchObject({ code: 'not_offered' });
});
