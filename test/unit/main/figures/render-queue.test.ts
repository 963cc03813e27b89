import { expect, it } from 'vitest';
import type { Clock } from '../../../../src/shared/clock';
import { createRenderQueue, type RenderQueue } from '../../../../src/main/figures/render-queue';
import type { RenderReply, RenderRequest } from '../../../../src/main/figures/render-protocol';

interface FakeWorker {
  posted: RenderRequest[];
  killed: boolean;
  reply(reply: RenderReply): void;
  end(): void;
}

function setUp(): { queue: RenderQueue; workers: FakeWorker[]; logged: string[]; elapse(): void } {
  const logged: string[] = [];
  const workers: FakeWorker[] = [];
  const timers = new Set<() => void>();
  const clock: Clock = {
    now: () => 0,
    after: (_delay, call) => {
      timers.add(call);
      return () => timers.delete(call);
    },
  };
  const queue = createRenderQueue(
    (onReply, onEnd) => {
      const worker: FakeWorker = { posted: [], killed: false, reply: onReply, end: onEnd };
      workers.push(worker);
      return {
        post: (message) => 'task' in message && worker.posted.push(message),
        kill: () => (worker.killed = true),
      };
    },
    clock,
    (message) => logged.push(message),
  );
  return {
    queue,
    workers,
    logged,
    elapse: () => {
      for (const call of [...timers]) call();
    },
  };
}

const info = (path: string) => ({ kind: 'pdf-info', path }) as const;
const answer = { pages: 1, sizes: [[1, 1]] as [number, number][] };

it('starts no worker before there is something to do', () => {
  expect(setUp().workers).toHaveLength(0);
});

it('sends one task of a lane at a time, and does not let the other lane wait', async () => {
  const { queue, workers } = setUp();
  const first = queue.run(info('/a'));
  const second = queue.run(info('/b'));
  void queue.run({ kind: 'thumbnail', path: '/c', width: 10 });
  const [worker] = workers;
  expect(worker!.posted.map(({ id }) => id)).toEqual([1, 3]);
  worker!.reply({ id: 1, ok: true, value: answer });
  await expect(first).resolves.toEqual(answer);
  expect(worker!.posted.map(({ id }) => id)).toEqual([1, 3, 2]);
  worker!.reply({ id: 2, ok: true, value: answer });
  await expect(second).resolves.toEqual(answer);
  expect(workers).toHaveLength(1);
});

it('passes on what the worker says of a file', async () => {
  const { queue, workers } = setUp();
  const asked = queue.run(info('/a'));
  workers[0]!.reply({ id: 1, ok: false, code: 'pdf_encrypted', detail: '' });
  await expect(asked).rejects.toMatchObject({ code: 'pdf_encrypted' });
});

it('gives a lost task once more to a new worker', async () => {
  const { queue, workers } = setUp();
  const asked = queue.run(info('/a'));
  workers[0]!.end();
  workers[1]!.reply({ id: 1, ok: true, value: answer });
  await expect(asked).resolves.toEqual(answer);
});

it('gives up a task that took two workers along, and goes on with the next', async () => {
  const { queue, workers, logged } = setUp();
  const poison = queue.run(info('/poison'));
  const next = queue.run(info('/good'));
  workers[0]!.end();
  workers[1]!.end();
  await expect(poison).rejects.toMatchObject({ code: 'worker_failed' });
  expect(logged).toEqual(['pdf-info failed in the image worker: the image worker ended']);
  workers[2]!.reply({ id: 2, ok: true, value: answer });
  await expect(next).resolves.toEqual(answer);
});

it('kills a worker that takes too long', async () => {
  const { queue, workers, elapse } = setUp();
  const hung = queue.run(info('/hung'));
  elapse();
  expect(workers[0]!.killed).toBe(true);
  elapse();
  await expect(hung).rejects.toMatchObject({ code: 'worker_failed' });
});

it('does not listen to a worker that was given up', async () => {
  const { queue, workers } = setUp();
  const asked = queue.run(info('/a'));
  workers[0]!.end();
  workers[0]!.reply({ id: 1, ok: false, code: 'pdf_damaged', detail: '' });
  workers[0]!.end();
  workers[1]!.reply({ id: 1, ok: true, value: answer });
  await expect(asked).resolves.toEqual(answer);
  expect(workers).toHaveLength(2);
});

const preview = (name: string) =>
  ({
    kind: 'figure-inspect',
    panels: [name],
  }) as const;

it('runs only the newest of the waiting tasks of one slot, and lets the one in hand finish', async () => {
  const { queue, workers } = setUp();
  const first = queue.run(preview('1'), { slot: 'window' });
  const second = queue.run(preview('2'), { slot: 'window' });
  const other = queue.run(preview('3'));
  const third = queue.run(preview('4'), { slot: 'window' });
  await expect(second).rejects.toMatchObject({ code: 'canceled' });
  workers[0]!.reply({ id: 1, ok: true, value: [] });
  await expect(first).resolves.toEqual([]);
  workers[0]!.reply({ id: 3, ok: true, value: [] });
  await other;
  workers[0]!.reply({ id: 4, ok: true, value: [] });
  await expect(third).resolves.toEqual([]);
  expect(workers[0]!.posted.map(({ id }) => id)).toEqual([1, 3, 4]);
});

it('rejects at once what is canceled, and does not give it to a new worker', async () => {
  const { queue, workers } = setUp();
  const controller = new AbortController();
  const inHand = queue.run(preview('1'), { signal: controller.signal });
  const waiting = queue.run(preview('2'), { signal: controller.signal });
  controller.abort();
  await expect(inHand).rejects.toMatchObject({ code: 'canceled' });
  await expect(waiting).rejects.toMatchObject({ code: 'canceled' });
  workers[0]!.end();
  expect(workers).toHaveLength(1);
  await expect(queue.run(preview('3'), { signal: controller.signal })).rejects.toMatchObject({ code: 'canceled' });
});
