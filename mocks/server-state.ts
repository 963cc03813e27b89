import { z } from 'zod';
import type { Memory } from './memory';
import type { Part } from './part';

/** The demo servers' memory as it lies on disk; each part checks its own. */
const stateSchema = z.object({ version: z.literal(2), parts: z.record(z.string(), z.unknown()) });

/** Takes up what the servers knew when the program ended; a file of another shape is left aside. */
export function loadState(memory: Memory, parts: Readonly<Record<string, Part>>): void {
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
  for (const [name, part] of Object.entries(parts)) part.load(parsed.data.parts[name]);
}

export async function saveState(memory: Memory | undefined, parts: Readonly<Record<string, Part>>): Promise<void> {
  if (!memory) return;
  const dumps = Object.entries(parts).map(([name, part]) => [name, part.dump()] as const);
  await memory.save(JSON.stringify({ version: 2, parts: Object.fromEntries(dumps) }));
}
