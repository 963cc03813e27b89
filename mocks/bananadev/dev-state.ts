import { z } from 'zod';
import type { Ground } from '../handlers/context';
import { hashOf, randomFrom } from '../random';
import { SEEDED_MODELS } from './dev-models';
import type { DevModel } from './dev-models';

const count = z.int().nonnegative();
const runSchema = z.object({
  id: z.string(),
  modelKey: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  created: z.number(),
  /** Ms of computing, and how much of them is done; at `at`. */
  duration: z.number(),
  done: z.number(),
  at: z.number(),
  failed: z.boolean().optional(),
  /** Part of the usage; the documentation's own run is older than the account's books. */
  billed: z.boolean(),
});
export type DevRun = z.infer<typeof runSchema>;

const modelSchema = z.object({
  modelKey: z.string(),
  name: z.string(),
  description: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  config: z.object({ gpuType: z.string(), maxConcurrency: z.number() }),
  listed: z.boolean(),
  readyAt: z.number().optional(),
});

export const devSchema = z.object({ started: count, runs: z.array(runSchema), models: z.array(modelSchema) });
type State = z.infer<typeof devSchema>;

const KEPT = 500;
/** Ms that a deployment takes on a real server. */
const DEPLOYING = 90_000;
/** Inputs beyond this are not kept: outputs are made of a prompt and a few numbers. */
const MOST_INPUT = 20_000;
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

const EXAMPLE: DevRun = {
  id: 'run_abc123xyz456',
  modelKey: 'your-model-key',
  inputs: { prompt: 'Explain quantum computing in simple terms', max_tokens: 500 },
  created: 1707600000000,
  ...{ duration: 0, done: 0, at: 1707600000000, failed: false, billed: false },
};

/** `count` letters and digits out of a hash. */
const letters = (hash: string, length: number): string =>
  Array.from({ length }, (_, at) =>
    LETTERS.charAt(Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16) % LETTERS.length),
  ).join('');

/** Banana.dev's runs and models. */
export function createDevState({ settings, clock }: Pick<Ground, 'settings' | 'clock'>) {
  let state: State = { started: 0, runs: [], models: [] };
  const short = (inputs: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(inputs).filter(([, value]) => (JSON.stringify(value) ?? '').length < MOST_INPUT));

  const dev = {
    start(modelKey: string, inputs: Record<string, unknown>): DevRun {
      const { seed } = settings();
      const print = JSON.stringify(inputs);
      const run: DevRun = {
        id: `run_${letters(hashOf('run', seed, state.started++, modelKey, print), 12)}`,
        modelKey,
        inputs: short(inputs),
        created: clock.now(),
        duration: randomFrom('run', seed, modelKey, print).int(3000, 25_000),
        done: 0,
        at: clock.now(),
        billed: true,
      };
      state.runs = [...state.runs, run].slice(-KEPT);
      return run;
    },
    find: (id: string, modelKey: string): DevRun | undefined =>
      state.runs.find((run) => run.id === id && run.modelKey === modelKey),
    finished(run: DevRun): boolean {
      const { speed, failures } = settings();
      run.done = speed === 0 ? run.duration : run.done + Math.max(0, clock.now() - run.at) * speed;
      run.at = clock.now();
      if (run.done >= run.duration) run.failed ??= failures.jobFails;
      return run.failed !== undefined;
    },
    /** Ms until the run is done, as things go now. */
    missing(run: DevRun): number {
      const { speed } = settings();
      return speed === 0 ? 0 : Math.max(0, (run.duration - run.done) / speed);
    },
    forget(run: DevRun): void {
      state.runs = state.runs.filter((item) => item !== run);
    },
    model: (key: string): DevModel | undefined => state.models.find(({ modelKey }) => modelKey === key),
    listed: (): readonly DevModel[] => state.models.filter(({ listed }) => listed),
    /** A new model, or a new version of one. */
    deploy(modelKey: string, source: string, environment: Record<string, unknown>) {
      const now = clock.now();
      const { speed } = settings();
      const before = dev.model(modelKey);
      const { GPU_TYPE: gpu, MAX_CONCURRENCY: most } = environment;
      const model: DevModel = {
        modelKey,
        name: before?.listed ? before.name : modelKey,
        description: `Deployed from ${source}`,
        createdAt: before?.listed ? before.createdAt : now,
        updatedAt: now,
        config: { gpuType: typeof gpu === 'string' ? gpu : 'A10G', maxConcurrency: Number(most) || 1 },
        listed: true,
        readyAt: now + (speed === 0 ? 0 : DEPLOYING / speed),
      };
      state.models = [...state.models.filter((item) => item !== before), model];
      const deploymentId = `deploy_${letters(hashOf('deploy', settings().seed, modelKey, source, now), 6)}`;
      return { modelKey, deploymentId, status: 'deploying', createdAt: now };
    },
    runs: (): readonly DevRun[] => state.runs,
    plantExample(): void {
      if (!dev.find(EXAMPLE.id, EXAMPLE.modelKey)) state.runs = [{ ...EXAMPLE }, ...state.runs];
    },
    reset(): void {
      state = { started: 0, runs: [], models: [...SEEDED_MODELS] };
      dev.plantExample();
    },
    dump: (): State => state,
    load(stored: State): void {
      state = stored;
    },
  };
  return dev;
}

export type DevState = ReturnType<typeof createDevState>;
