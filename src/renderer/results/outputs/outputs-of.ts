import { outputsOf, progressOf, runSchema } from '../../../shared/endpoints/bananadev-run';
import { findImages } from '../../../shared/find-images';

export interface Run {
  id: string | undefined;
  state: 'finished' | 'running' | 'failed';
  message: string | undefined;
  /** ms since epoch. */
  created: number | undefined;
  outputs: unknown;
  /** How many pictures the outputs hold. */
  pictures: number;
}

/** What an answer about a run says; undefined where it is another shape. */
export function runOf(answer: unknown): Run | undefined {
  const run = runSchema.safeParse(answer).data?.data;
  if (!run) return undefined;
  const { state } = progressOf(run);
  const outputs = state === 'completed' ? outputsOf(run) : (run.api?.modelOutputs ?? []);
  return {
    id: run.id ?? run.api?.callID ?? undefined,
    state: state === 'completed' ? 'finished' : state === 'failed' ? 'failed' : 'running',
    message: run.message ?? undefined,
    created: run.created ?? undefined,
    outputs,
    pictures: findImages(outputs).length,
  };
}
