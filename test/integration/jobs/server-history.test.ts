import { expect, it } from 'vitest';
import type { ProfileBook } from '../../../src/main/profile-book';
import { createServerHistory } from '../../../src/main/server-history';
import { json, type Reply } from '../../support/loopback-server';
import { pngBytes, sha256 } from '../../support/pictures';
import { askOnce, openScene } from '../../support/server-scene';

const TASK = 'a1b2c3d4e5f6';
/** As observed servers list it: no id besides the task's. */
const item = {
  task_id: TASK,
  api_key: 'pb_x',
  key_name: 'lab',
  endpoint: 'generate',
  diagram_type: 'methodology',
  status: 'completed',
  created_at: '2026-11-21T23:07:45.817320+00:00',
  completed_at: null,
};
const ENTRY = `GET /api/admin/history/${TASK}`;

async function forgottenJob(admin = true) {
  const scene = await openScene();
  scene.server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  scene.server.on(`GET /api/tasks/${TASK}`, json(404, { detail: 'Task not found' }));
  const { jobId } = await scene.submit('paperbanana.generate', { source_context: 'a', caption: 'b' });
  for (let times = 0; times < 3; times += 1) await askOnce(scene);
  const { state } = await scene.until((job) => job.state === 'failed');
  expect(state).toBe('failed');
  const profile = { id: 'a1', provider: 'paperbanana', role: 'admin', name: 'Admin', baseUrl: scene.server.url };
  const profiles = { list: async () => (admin ? [profile] : []) } as unknown as ProfileBook;
  const history = createServerHistory({ services: async () => scene.services, profiles: () => profiles });
  return { ...scene, history, jobId };
}

it('finds a forgotten job in the server’s history and restores it', async () => {
  const { server, history, jobId, job } = await forgottenJob();
  const picture = pngBytes();
  server.on(
    'GET /api/admin/history',
    json(200, { items: [{ ...item, task_id: 'x' }, item], total: 2, page: 1, size: 100, pages: 1 }),
  );
  server.on(ENTRY, json(200, { ...item, description: 'Boxes.', image_base64: picture.toString('base64') }));
  expect(await history.find({ jobId })).toMatchObject({ state: 'found', entry: { id: TASK, taskId: TASK } });
  expect(await history.find({ remoteId: TASK })).toMatchObject({ state: 'found' });
  await history.recover(jobId);
  expect(job()).toMatchObject({
    ...{ state: 'done', error: null, description: 'Boxes.', seen: false },
    assets: [{ sha256: sha256(picture), format: 'png' }],
  });
  expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('asks a server without a history once', async () => {
  const { history, jobId, count } = await forgottenJob();
  expect(await history.find({ jobId })).toEqual({ state: 'absent', entry: null });
  expect(await history.find({ jobId })).toEqual({ state: 'absent', entry: null });
  expect(count('GET /api/admin/history')).toBe(1);
  await expect(history.recover(jobId)).rejects.toMatchObject({ code: 'forgotten' });
});

it('leaves the job as it is where the history has no result of it', async () => {
  const { server, history, jobId, job } = await forgottenJob();
  server.on('GET /api/admin/history', json(200, { items: [item], pages: 1 }));
  server.on(ENTRY, json(200, { ...item, image_base64: null }));
  await expect(history.recover(jobId)).rejects.toMatchObject({ code: 'forgotten' });
  expect(job()).toMatchObject({ state: 'failed', error: { code: 'forgotten' } });
});

it('says that it takes an admin key', async () => {
  const { history, jobId } = await forgottenJob(false);
  expect(await history.find({ jobId })).toEqual({ state: 'no_admin', entry: null });
  await expect(history.recover(jobId)).rejects.toMatchObject({ code: 'no_credential' });
});

it.each([
  ['counts its items', { ...item, id: 7 }, 'GET /api/admin/history/7'],
  ['names them by its own id alone', { id: TASK, status: 'completed' }, ENTRY],
  ['has numbers for texts and nulls', { ...item, id: null, status: null, created_at: 5, extra: {} }, ENTRY],
])('copes with a server that %s', async (_what, own, address) => {
  const { server, history, jobId, job } = await forgottenJob();
  server.on('GET /api/admin/history', json(200, { items: [null, 'odd', own], total: '1', pages: '1' }));
  const found = json(200, { ...own, description: null, image_base64: pngBytes().toString('base64') });
  server.on(ENTRY, json(404, { detail: 'History record not found' }));
  server.on(address, found);
  await history.recover(jobId);
  expect(job()).toMatchObject({ state: 'done', assets: [{ format: 'png' }] });
});

it('takes a 404 of something in front of the server for no word about a history', async () => {
  const { server, history, jobId } = await forgottenJob();
  const proxy: Reply = (response) =>
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found');
  server.on('GET /api/admin/history', proxy, json(200, { items: [item], pages: 1 }));
  await expect(history.find({ jobId })).rejects.toMatchObject({ code: 'not_found' });
  expect(await history.find({ jobId })).toMatchObject({ state: 'found' });
});
