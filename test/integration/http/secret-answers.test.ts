import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AppError } from '../../../src/shared/app-error';
import { content, json } from '../../support/loopback-server';
import { pngBytes } from '../../support/pictures';
import { askOnce, openScene } from '../../support/server-scene';
import { temporaryFolder } from '../../support/temporary-folder';

/** Not shaped like PaperBanana's own: other servers give out other keys. */
const KEY = 'lab/key+CANARY:42';
const record = { key: KEY, name: 'lab', quota_remaining: null, quota_total: -1 };
const path = `/api/admin/keys/${encodeURIComponent(KEY)}`;

it('gives whole keys to the caller and keeps them out of the history', async () => {
  const scene = await openScene();
  const { server } = scene;
  const told = { 'x-location': `/keys/${KEY}` };
  server.on('GET /api/admin/keys', json(200, [record, { ...record, note: `was ${KEY}` }], told));
  server.on('POST /api/admin/keys', json(201, record));
  server.on(`GET ${path}`, json(200, { ...record, usage_log: [] }));
  server.on(`PATCH ${path}`, content(200, 'application/json', `[{"key": "${KEY}", "name": "cut o`));
  server.on(`DELETE ${path}`, json(404, { detail: `API key ${KEY} not found` }));

  expect((await scene.call('paperbanana.listKeys', {})).answer).toMatchObject([{ key: KEY }, { key: KEY }]);
  expect((await scene.call('paperbanana.createKey', { name: 'lab' })).answer).toMatchObject({ key: KEY });
  expect((await scene.call('paperbanana.getKey', { key: KEY })).answer).toMatchObject({ key: KEY });
  const errors: unknown[] = [];
  const note = (error: unknown) => errors.push(error instanceof AppError ? error.data : error);
  await scene.call('paperbanana.updateKey', { key: KEY, active: false }).catch(note);
  await scene.call('paperbanana.deleteKey', { key: KEY }).catch(note);

  expect(errors).toMatchObject([{ code: 'bad_answer' }, { code: 'not_found', detail: 'API key ••• not found' }]);
  expect(server.received.at(-1)?.path).toBe(path);
  const exchanges = [1, 2, 3, 4, 5].map((id) => scene.services.exchanges.find(id));
  expect(exchanges[2]?.url).toBe(`${server.url}/api/admin/keys/•••`);
  expect(exchanges[0]?.responseBody).toContain('"key":"•••"');
  scene.services.close();
  const kept = readFileSync(join(scene.dataDir, 'history.db')).toString('latin1') + JSON.stringify([exchanges, errors]);
  expect(kept).toContain('paperbanana.deleteKey');
  expect(kept).not.toContain('CANARY');
});

it('keeps the values of an environment out of the history, where the answer echoes them too', async () => {
  const scene = await openScene();
  const environment = { API_KEY: 'sk-CANARY-1', GPU_TYPE: 'A10G' };
  scene.server.on('POST /v1/deploy', json(200, { data: { status: 'ok', message: 'set API_KEY=sk-CANARY-1' } }));
  await scene.call('bananadev.deploy', { modelKey: 'm', source: 'https://github.com/a/b', environment });
  expect(JSON.parse(scene.server.received[0]!.body.toString())).toMatchObject({ environment });
  expect(scene.server.received).toHaveLength(1);
  scene.services.close();
  expect(readFileSync(join(scene.dataDir, 'history.db')).toString('latin1')).not.toContain('CANARY');
});

const TOKEN = 'tok-CANARY/42+x';
const picture = pngBytes(64, 64, 'x'.repeat(60));
const echoed = {
  data: {
    id: 'run_1',
    message: `ok for ${TOKEN}`,
    api: {
      finished: true,
      modelOutputs: [
        { [TOKEN]: [`env API_TOKEN=${TOKEN}`, `https://x.example/?api_token=${encodeURIComponent(TOKEN)}`] },
        { image_base64: picture.toString('base64'), seed: 7 },
      ],
    },
  },
};
const INPUT = { modelKey: 'sdxl', modelInputs: { prompt: 'a banana' } };

/** Everything that a folder of data holds, whatever the file. */
const allOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

it.each(['run', 'start'])(
  'keeps the token out of the outputs of a %s that repeat it, and all else as it came',
  async (kind) => {
    const scene = await openScene(temporaryFolder(), TOKEN);
    const { server, services } = scene;
    server.on('POST /v1/run', json(200, echoed));
    server.on('POST /v1/start', json(200, { data: { id: 'run_1', api: { finished: false } } }));
    server.on('POST /v1/check', json(200, echoed));
    await scene.submit(`bananadev.${kind}`, INPUT);
    if (kind === 'start') await askOnce(scene);
    const job = await scene.until(({ state }) => state === 'done');
    expect(server.received[0]?.path).toContain('CANARY');
    const kept = JSON.parse((await services.files.read(job.assets[0]!.sha256)).toString()) as unknown[];
    expect(kept).toEqual([
      { '•••': ['env API_TOKEN=•••', 'https://x.example/?api_token=•••'] },
      { image_base64: picture.toString('base64'), seed: 7 },
    ]);
    const pictures = job.assets.filter(({ format }) => format === 'png');
    expect(await services.files.read(pictures[0]!.sha256)).toEqual(picture);
    const { answer } = await scene.call('bananadev.check', { id: 'run_1', modelKey: 'sdxl' });
    expect(JSON.stringify(answer)).not.toContain('CANARY');
    const seen = JSON.stringify([services.jobs.get(job.id), services.exchanges.find(1)]);
    services.close();
    expect(allOf(scene.dataDir) + seen).toContain('run_1');
    expect(allOf(scene.dataDir) + seen).not.toContain('CANARY');
  },
);
