import { expect, it } from 'vitest';
import { createMockWorld } from '../../support/mock-world';

const good = { source_context: 'text', caption: 'Figure 1' };
const submit = (world: ReturnType<typeof createMockWorld>) => world.post('/api/generate', good);

it('cuts the line after the task exists and is charged', async () => {
  const world = createMockWorld({ failures: { quota: 1, cutAfterSending: 1 } });
  const error = await submit(world).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } });
  world.set({ failures: { cutAfterSending: null } });
  expect((await submit(world)).json).toEqual({ detail: 'Quota exhausted' });
  expect(world.exchanges.map(({ status }) => status)).toEqual([null, 403]);
});

it('cuts one line in three, the same ones for the same seed', async () => {
  const run = async (seed: number): Promise<boolean[]> => {
    const world = createMockWorld({ seed, failures: { cutAfterSending: 3 } });
    const cut: boolean[] = [];
    for (let turn = 0; turn < 12; turn++)
      cut.push(
        await submit(world).then(
          () => false,
          () => true,
        ),
      );
    return cut;
  };
  const first = await run(7);
  expect(first.filter(Boolean)).toHaveLength(4);
  expect(await run(7)).toEqual(first);
});

it('crashes in plain text on one poll in two', async () => {
  const world = createMockWorld({ failures: { serverErrorOnPoll: 2 } });
  const { json } = await submit(world);
  const answers = [];
  for (let turn = 0; turn < 8; turn++) answers.push(await world.get(`/api/tasks/${String(json['task_id'])}`));
  const crashes = answers.filter(({ status }) => status === 500);
  expect(crashes).toHaveLength(4);
  expect(crashes[0]?.text).toBe('Internal Server Error');
  expect(crashes[0]?.headers.get('content-type')).toMatch(/^text\/plain/);
});

it('forgets a task that it has shown', async () => {
  const world = createMockWorld({ speed: 0, failures: { forgetTasks: true } });
  const { json } = await submit(world);
  const path = `/api/tasks/${String(json['task_id'])}`;
  expect((await world.get(path)).json['status']).toBe('running');
  expect(await world.get(path)).toMatchObject({ status: 404, json: { detail: 'Task not found' } });
});

it('forgets every task when it restarts, and keeps the quota as it was', async () => {
  const world = createMockWorld({ failures: { quota: 1 } });
  const { json } = await submit(world);
  await world.mock.restart();
  expect((await world.get(`/api/tasks/${String(json['task_id'])}`)).status).toBe(404);
  expect((await submit(world)).status).toBe(403);
});

it('fails a job with a reason, or with an empty one, and gives no unit back', async () => {
  const world = createMockWorld({ speed: 0, failures: { quota: 2, jobFails: true } });
  const records = [];
  for (const id of [(await submit(world)).json['task_id'], (await submit(world)).json['task_id']])
    records.push((await world.get(`/api/tasks/${String(id)}`)).json);
  expect(records[0]).toMatchObject({ status: 'failed', image_base64: null, description: null });
  expect(records.map((record) => record['error'])).toEqual([expect.stringMatching(/./), '']);
  expect((await submit(world)).status).toBe(403);
});

it('crashes rather than lie when the rasteriser fails, and draws when it is well again', async () => {
  let broken = true;
  const world = createMockWorld({
    speed: 0,
    rasterize: () => (broken ? Promise.reject(new Error('worker gone')) : Promise.resolve(Buffer.from('png'))),
  });
  const { json } = await submit(world);
  const path = `/api/tasks/${String(json['task_id'])}`;
  expect((await world.get(path)).status).toBe(500);
  broken = false;
  expect((await world.get(path)).json['status']).toBe('completed');
});

it('starts over with a full quota and the first answers', async () => {
  const world = createMockWorld({ failures: { quota: 1 } });
  const first = (await submit(world)).json;
  await world.mock.reset();
  expect((await submit(world)).json).toEqual(first);
});

it('honours an abort', async () => {
  const { mock } = createMockWorld();
  const request = new Request('https://x.test/api/health', { signal: AbortSignal.abort() });
  await expect(mock.fetch(request)).rejects.toMatchObject({ name: 'AbortError' });
});
