import { z } from 'zod';
import { DEMO_CREDENTIALS } from './credentials';
import type { Typeface } from './diagram/typeface';
import { drawWork } from './draw-work';
import type { Ground } from './handlers/context';
import { paperbananaHandlers } from './handlers/paperbanana';
import { createJobSimulator, jobsSchema } from './job-simulator';
import { createKeyRing, ringSchema } from './key-ring';
import type { KeyRing } from './key-ring';
import type { Part } from './part';
import { createPictureStore } from './picture-store';
import type { Rasterize } from './rasterize';
import { plantTasks, seededKeys } from './seeds';
import type { Task } from './task';

const stateSchema = z.object({ keys: ringSchema, jobs: jobsSchema });

/** PaperBanana with its keys, its tasks and what they drew. */
export function createPaperbanana(
  ground: Ground,
  drawing: { key: string; typeface: () => Promise<Typeface>; rasterize: Rasterize },
): Part & Pick<KeyRing, 'configure'> {
  const { key, typeface, rasterize } = drawing;
  const keys = createKeyRing(key, ground.settings);
  const jobs = createJobSimulator(ground);
  const pictures = createPictureStore((task: Task) => drawWork(task, typeface, rasterize));
  const part: ReturnType<typeof createPaperbanana> = {
    handlers: paperbananaHandlers({
      ...ground,
      keys,
      jobs,
      adminKey: DEMO_CREDENTIALS.paperbanana.admin,
      pictureOf: pictures.pictureOf,
      prepare: (task) => void pictures.pictureOf(task).catch(() => undefined),
    }),
    dump: () => ({ keys: keys.dump(), jobs: jobs.dump() }),
    load(state) {
      const parsed = stateSchema.safeParse(state);
      if (!parsed.success) return;
      keys.load(parsed.data.keys);
      jobs.load(parsed.data.jobs);
    },
    reset() {
      jobs.reset();
      pictures.clear();
      keys.reset(seededKeys(key));
      plantTasks(jobs, key);
    },
    restart: jobs.restart,
    restoreExamples() {
      plantTasks(jobs, key);
      for (const seed of seededKeys(key)) if (!keys.find(seed.key)) keys.add(seed);
      keys.refill();
    },
    configure: keys.configure,
  };
  part.reset();
  return part;
}
