import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createFileMemory } from '../../../mocks/memory';
import { createMockWorld, finishJob } from '../../support/mock-world';

const good = { source_context: 'A router keeps a few segments.', caption: 'Figure 1: Router', aspect_ratio: '16:9' };

async function transcript(seed: number): Promise<string[]> {
  const world = createMockWorld({ seed });
  const lines: string[] = [];
  for (const caption of ['a', 'b', 'a']) {
    const { text, json } = await world.post('/api/generate', { ...good, caption });
    lines.push(text);
    for (let turn = 0; turn < 25; turn++) {
      lines.push((await world.get(`/api/tasks/${String(json['task_id'])}`)).text);
      await world.clock.advance(5000);
    }
  }
  return lines;
}

it('gives the same answers to the same requests under the same seed', async () => {
  expect(await transcript(4711)).toEqual(await transcript(4711));
});

it('gives other ids, times and pictures under another seed', async () => {
  const [first, second] = [await transcript(1), await transcript(2)];
  expect(first[0]).not.toBe(second[0]);
  expect(first.at(-1)).not.toBe(second.at(-1));
});

it('never draws two jobs alike, and one job always the same', async () => {
  const world = createMockWorld();
  const ids = [
    await finishJob(world, good),
    await finishJob(world, good),
    await finishJob(world, { ...good, caption: 'x' }),
  ];
  const pictures = [];
  for (const id of ids) pictures.push((await world.get(`/api/tasks/${id}/image`)).text);
  expect(new Set(pictures).size).toBe(3);
  expect((await world.get(`/api/tasks/${ids[0] ?? ''}/image`)).text).toBe(pictures[0]);
});

it('draws a picture again as it was, long after it was dropped from memory', async () => {
  const world = createMockWorld({ speed: 0 });
  const first = await finishJob(world, good);
  const before = (await world.get(`/api/tasks/${first}/image`)).text;
  for (let turn = 0; turn < 8; turn++) await world.get(`/api/tasks/${await finishJob(world, good)}/image`);
  expect((await world.get(`/api/tasks/${first}/image`)).text).toBe(before);
});

it('keeps tasks over a restart of the program where it has a memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plantain-mock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'demo', 'server.json');
  const first = createMockWorld({ memory: createFileMemory(path), failures: { quota: 2 } });
  const id = String((await first.post('/api/generate', good)).json['task_id']);
  const second = createMockWorld({ memory: createFileMemory(path), failures: { quota: 2 } });
  expect((await second.get(`/api/tasks/${id}`)).json['status']).toBe('pending');
  await second.clock.advance(121_000);
  expect((await second.get(`/api/tasks/${id}`)).json['status']).toBe('completed');
  const next = String((await second.post('/api/generate', good)).json['task_id']);
  expect(next).not.toBe(id);
  expect((await second.post('/api/generate', good)).status).toBe(403);
});

it('starts anew where its memory cannot be read', async () => {
  const memory = { load: () => '{"version":99}', save: () => Promise.resolve() };
  expect((await createMockWorld({ memory }).post('/api/generate', good)).status).toBe(202);
});
