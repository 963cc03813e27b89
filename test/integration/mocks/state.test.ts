import { expect, it } from 'vitest';
import { createMockClient } from '../../support/mock-client';
import { createMockWorld } from '../../support/mock-world';

/** A memory in the place of the file. */
function createMemory() {
  let stored: string | undefined;
  return {
    load: () => stored,
    save: (state: string) => {
      stored = state;
      return Promise.resolve();
    },
  };
}

const panda = { prompt: 'p', aspect_ratio: '1:1' };
const idOf = (answer: { json: unknown }, name: string): string =>
  String((answer.json as Record<string, unknown>)[name]);

it('keeps keys, jobs, runs, models and Idempotency-Keys over a restart of the program', async () => {
  const memory = createMemory();
  const headers = { 'idempotency-key': 'one' };
  const before = createMockWorld({ memory, speed: 0 });
  const [paper, hub, dev] = [
    createMockClient(before, 'paperbanana'),
    createMockClient(before, 'bananahub'),
    createMockClient(before, 'bananadev'),
  ];
  const key = idOf(await paper('POST /api/admin/keys', { role: 'admin', body: { name: 'lab', quota: 3 } }), 'key');
  const plot = await paper('POST /api/plot', { secret: key, body: { data_json: '{"a":[1,2]}', intent: 'bars' } });
  const job = idOf(await hub('POST /text-generations', { body: panda, headers }), 'job_id');
  await dev('POST /v1/deploy', { body: { modelKey: 'mine', source: 'x' } });
  const run = await dev('POST /v1/run', { body: { modelKey: 'mine', modelInputs: { prompt: 'p' } } });

  const after = createMockWorld({ memory, speed: 0 });
  const again = createMockClient(after, 'paperbanana');
  const task = await again(`GET /api/tasks/${idOf(plot, 'task_id')}`, { secret: key });
  expect(task.json).toMatchObject({ status: 'completed', diagram_type: 'statistical_plot' });
  const record = await again(`GET /api/admin/keys/${key}`, { role: 'admin' });
  expect(record.json).toMatchObject({ quota_remaining: 2 });
  expect(
    idOf(await createMockClient(after, 'bananahub')('POST /text-generations', { body: panda, headers }), 'job_id'),
  ).toBe(job);
  const { data } = run.json as { data: { id: string } };
  const check = await createMockClient(after, 'bananadev')('POST /v1/check', {
    body: { id: data.id, modelKey: 'mine' },
  });
  expect(check.json).toEqual({ data: { ...data, message: 'Run completed' } });
});

it('starts over with the seeds alone', async () => {
  const world = createMockWorld({ speed: 0 });
  const ask = createMockClient(world, 'paperbanana');
  const submit = () => ask('POST /api/generate', { body: { source_context: 's', caption: 'c' } });
  const first = idOf(await submit(), 'task_id');
  await ask('DELETE /api/admin/keys/pb_a1b2c3...', { role: 'admin' });
  await world.mock.reset();
  expect((await ask(`GET /api/tasks/${first}`)).status).toBe(404);
  expect((await ask('GET /api/tasks/task_a')).status).toBe(200);
  expect((await ask('GET /api/admin/keys', { role: 'admin' })).json).toHaveLength(2);
  expect(idOf(await submit(), 'task_id')).toBe(first);
});

it('gives the same answers of all three providers under the same seed, others under another', async () => {
  const transcript = async (seed: number): Promise<string[]> => {
    const world = createMockWorld({ seed, speed: 0 });
    const [paper, hub, dev] = [
      createMockClient(world, 'paperbanana'),
      createMockClient(world, 'bananahub'),
      createMockClient(world, 'bananadev'),
    ];
    const job = await hub('POST /text-generations', { body: panda });
    return [
      await paper('POST /api/admin/keys', { role: 'admin', body: { name: 'a', quota: 1 } }),
      await paper('POST /api/plot', { body: { data_json: '[1,2]', intent: 'i' } }),
      job,
      await hub(`GET /jobs/${idOf(job, 'job_id')}`),
      await dev('POST /v1/run', { body: { modelKey: 'stable-diffusion-xl', modelInputs: { prompt: 'p' } } }),
      await dev('GET /v1/usage?startDate=2026-01-01&endDate=2026-01-05'),
    ].map(({ text }) => text);
  };
  const first = await transcript(1);
  expect(await transcript(1)).toEqual(first);
  const other = await transcript(2);
  expect(first.filter((text, index) => text === other[index])).toEqual([]);
});
