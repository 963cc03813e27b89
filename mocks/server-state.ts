import { z } from 'zod';
import type { JobSimulator } from './job-simulator';
import type { KeyRing } from './key-ring';
import type { Memory } from './memory';

const count = z.int().nonnegative();
const text = z.string();

/** The demo server's memory as it lies on disk; a file of another shape is left aside. */
const stateSchema = z.object({
  version: z.literal(1),
  quota: z.object({ setting: count.nullable(), used: count }),
  jobs: z.object({
    accepted: count,
    polls: count,
    failures: count,
    tasks: z.array(
      z.object({
        id: text,
        drawing: z.object({
          caption: text,
          source: text,
          pages: text.nullable(),
          fromPdf: z.boolean(),
          aspectRatio: text.nullable(),
          resolution: text.nullable(),
          seed: text,
        }),
        duration: z.number(),
        pendingShare: z.number(),
        done: z.number(),
        at: z.number(),
        polls: count,
        outcome: z
          .union([
            z.object({ failed: z.literal(false) }),
            z.object({ failed: z.literal(true), reason: text }),
            // JSON leaves an undefined outcome out
          ])
          .optional(),
      }),
    ),
  }),
});

/** Takes up what the server knew when the program ended. */
export function loadState(memory: Memory, keys: KeyRing, jobs: JobSimulator): void {
  const stored = memory.load();
  if (stored === undefined) return;
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return;
  }
  const parsed = stateSchema.safeParse(value);
  if (!parsed.success) return;
  keys.load(parsed.data.quota);
  const { tasks, ...counts } = parsed.data.jobs;
  jobs.load({ ...counts, tasks: tasks.map((task) => ({ ...task, outcome: task.outcome })) });
}

export async function saveState(memory: Memory | undefined, keys: KeyRing, jobs: JobSimulator): Promise<void> {
  if (memory) await memory.save(JSON.stringify({ version: 1, quota: keys.dump(), jobs: jobs.dump() }));
}
