import { expect, it } from 'vitest';
import { content, hang, json } from '../../support/loopback-server';
import { pngBytes } from '../../support/pictures';
import { askOnce, openScene } from '../../support/server-scene';
import { openServices } from '../../support/services-world';

const INPUT = { modelKey: 'sdxl', modelInputs: { prompt: 'a banana' } };
const run = (extra: object, api: object = {}) => ({
  data: { id: 'run_1', message: 'success', created: 1, api: { callID: 'c1', ...api }, ...extra },
});
const picture = pngBytes(64, 64, 'x'.repeat(60));
const outputs = [{ text: 'hi', image_base64: picture.toString('base64') }];
const finished = run({}, { finished: true, modelOutputs: outputs });

it('is done at once when the answer to a run holds its outputs, which lie in the store', async () => {
  const scene = await openScene();
  scene.server.on('POST /v1/run', json(200, finished));
  await scene.submit('bananadev.run', INPUT);
  const job = await scene.until(({ state }) => state === 'done');
  expect(job).toMatchObject({ remoteId: 'run_1', units: 1, description: null, error: null });
  expect(job.assets).toMatchObject([
    { format: 'json', mediaType: 'application/json' },
    { format: 'png', width: 64 },
  ]);
  expect(JSON.parse((await scene.services.files.read(job.assets[0]!.sha256)).toString())).toEqual(outputs);
  expect(await scene.services.files.read(job.assets[1]!.sha256)).toEqual(picture);
  expect(scene.services.jobs.get(job.id).events.map(({ kind }) => kind)).toEqual([
    'prepared',
    'sending',
    'accepted',
    'completed',
    'stored',
  ]);
  // nobody asked a second time: the answer was at hand
  expect(scene.server.received).toHaveLength(1);
});

it('stores the outputs of a run after a crash between answer and store, without asking again', async () => {
  const scene = await openScene();
  scene.server.on('POST /v1/run', json(200, finished));
  // the crash: everything stops with the acceptance on the disk
  scene.services.jobs.close();
  await scene.submit('bananadev.run', INPUT).catch(() => undefined);
  expect(scene.job()).toMatchObject({ state: 'queued', assets: [] });

  const next = openServices(scene.dataDir);
  next.services.jobs.start();
  const job = await next.until(({ state }) => state === 'done');
  expect(JSON.parse((await next.services.files.read(job.assets[0]!.sha256)).toString())).toEqual(outputs);
  expect(scene.server.received).toHaveLength(1);
});

it('asks by check, with the model key, when the start answers before the end', async () => {
  const scene = await openScene();
  scene.server.on('POST /v1/start', json(200, run({}, { finished: false })));
  scene.server.on('POST /v1/check', json(200, run({}, { finished: false })), json(200, finished));
  await scene.submit('bananadev.start', { ...INPUT, startOnly: true });
  expect(scene.job()).toMatchObject({ state: 'queued', remoteId: 'run_1' });
  await askOnce(scene);
  await askOnce(scene);
  await scene.until(({ state }) => state === 'done');
  expect(JSON.parse(scene.server.received[1]!.body.toString())).toEqual({ id: 'run_1', modelKey: 'sdxl' });
  expect(scene.count('POST /v1/start')).toBe(1);
  expect(scene.count('POST /v1/check')).toBe(2);
});

it.each([
  ['run', 'data.message', run({ message: 'Error: CUDA out of memory' }, { finished: true })],
  ['run', 'data.message without an id', { data: { message: 'an error occurred' } }],
])('fails a %s that answers 200 with the word error in %s', async (_kind, _place, answer) => {
  const scene = await openScene();
  scene.server.on('POST /v1/run', json(200, answer));
  await scene.submit('bananadev.run', INPUT);
  await scene.until(({ state }) => state === 'failed');
  expect(scene.job()).toMatchObject({ units: 1, error: { code: 'job_failed', spent: 'yes' } });
  expect(scene.server.received).toHaveLength(1);
});

it('hands the same 200 to a plain check as an answer: it is the run that failed, not the request', async () => {
  const scene = await openScene();
  const broken = run({ message: 'error: out of memory' }, { finished: true });
  scene.server.on('POST /v1/check', json(200, broken));
  expect(await scene.call('bananadev.check', { id: 'run_1', modelKey: 'sdxl' })).toMatchObject({ answer: broken });
});

it('is done although a picture found in the outputs cannot be had', async () => {
  const scene = await openScene();
  const shown = [{ url: `${scene.server.url}/gone.png` }, { url: `${scene.server.url}/page.png` }];
  scene.server.on('GET /page.png', content(200, 'text/html', '<html>'));
  scene.server.on('POST /v1/run', json(200, run({}, { finished: true, modelOutputs: shown })));
  await scene.submit('bananadev.run', INPUT);
  for (let times = 0; times < 3 && scene.job().state !== 'done'; times += 1) {
    await scene.until(({ nextPollAt, state }) => state === 'done' || (nextPollAt ?? 0) > scene.clock.now());
    if (scene.job().state !== 'done') await askOnce(scene);
  }
  await scene.until(({ state }) => state === 'done');
  expect(scene.job()).toMatchObject({ error: null, assets: [{ format: 'json' }] });
  expect(scene.count('POST /v1/run')).toBe(1);
  expect(scene.count('POST /v1/check')).toBe(0);
});

it('leaves a long run to the queue, where it can be given up: uncertain, and never sent again', async () => {
  const scene = await openScene();
  scene.server.on('POST /v1/run', hang);
  const submitted = scene.submit('bananadev.run', INPUT);
  await scene.server.arrived(1);
  await scene.clock.advance(3000);
  const { jobId } = await submitted;
  expect(scene.job().state).toBe('sending');
  scene.services.jobs.giveUp(jobId);
  await scene.until(({ state }) => state === 'uncertain');
  expect(scene.job()).toMatchObject({ units: null, error: { code: 'given_up', spent: 'maybe' } });
  await scene.clock.advance(3_600_000);
  scene.services.close();
  const next = openServices(scene.dataDir);
  next.services.jobs.start();
  await next.clock.advance(3_600_000);
  expect(next.job().state).toBe('uncertain');
  expect(scene.server.received).toHaveLength(1);
});

it('tells the form of a refusal that comes quickly', async () => {
  const scene = await openScene();
  scene.server.on('POST /v1/run', json(401, { message: 'Invalid API Key' }));
  await expect(scene.submit('bananadev.run', INPUT)).rejects.toMatchObject({
    code: 'unauthorized',
    data: { detail: 'Invalid API Key', spent: 'no' },
  });
});

it.each([401, 403])('blocks the job when check answers %i', async (status) => {
  const scene = await openScene();
  scene.server.on('POST /v1/start', json(200, run({}, { finished: false })));
  scene.server.on('POST /v1/check', json(status, { message: 'Invalid API Key' }), json(200, finished));
  await scene.submit('bananadev.start', INPUT);
  await askOnce(scene);
  expect(scene.job().state).toBe('blocked');
  await askOnce(scene);
  await scene.until(({ state }) => state === 'done');
});
