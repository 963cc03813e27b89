import { z } from 'zod';
import { findImages } from '../find-images';
import type { JobArtifact, JobReading, JobSpec } from './endpoint';
import { looseFlag, looseNumber, looseReason, looseText } from './lenient';
import { readStatus, reasonFor, type StatusReading } from './status-word';

/** Every answer comes wrapped in `data`. */
export const wrapped = <T extends z.ZodType>(schema: T) => z.looseObject({ data: schema });

export const runSchema = wrapped(
  z.looseObject({
    // a number is read from the text, with all its digits
    id: z.string().nullish().catch(undefined),
    message: looseReason,
    /** ms since epoch. */
    created: looseNumber,
    /** Undocumented, and told by nobody so far: read where it stands. */
    status: looseText,
    api: z
      .looseObject({
        callID: z.string().nullish().catch(undefined),
        finished: looseFlag,
        /** A list as documented; whatever else stands there is kept as it is. */
        modelOutputs: z.unknown().optional(),
      })
      .nullish()
      .catch(null),
  }),
);
type Run = z.infer<typeof runSchema>['data'];

const idOf = (answer: unknown): string | undefined => {
  const run = runSchema.safeParse(answer).data?.data;
  return run?.id || run?.api?.callID || undefined;
};

/** Older services answer a run that broke with 200 and the word in `message`. */
const broke = (run: Run): boolean => /\berror\b/i.test(run.message ?? '');

/** How the message names the run's state: `Run canceled`. Longer sentences tell nothing for sure. */
const SENTENCE = /^\s*(?:the\s+)?run\s+(?:has\s+|was\s+|is\s+)?([a-z-]+(?:[ -]out)?)[.!]?\s*$/i;

/** The run's state in a word, where there is one; undefined where only `finished` speaks. */
function statusOf(run: Run): StatusReading | undefined {
  if (run.status) return readStatus(run.status);
  const told = readStatus(SENTENCE.exec(run.message ?? '')?.[1]);
  return told.state === 'unclear' ? undefined : told;
}

export interface RunProgress {
  state: 'running' | 'completed' | 'failed' | 'unclear';
  word: string;
}

/** How a run stands. `finished` is the documented word on it, and stands above all others. */
export function progressOf(run: Run): RunProgress {
  if (broke(run)) return { state: 'failed', word: '' };
  const finished = run.api?.finished;
  if (finished === true) return { state: 'completed', word: '' };
  const status = statusOf(run);
  if (status?.state === 'failed') return status;
  if (finished === false || status === undefined) return { state: 'running', word: '' };
  if (status.state === 'unclear') return status;
  return { state: status.state === 'completed' ? 'completed' : 'running', word: '' };
}

/** The list of outputs; an answer that has it elsewhere is kept whole, for it was paid for. */
export function outputsOf(run: Run): unknown {
  const outputs = run.api?.modelOutputs;
  return Array.isArray(outputs) ? outputs : (outputs ?? run);
}

function artifactsOf(outputs: unknown): JobArtifact[] {
  const pictures = findImages(outputs).map(({ source }): JobArtifact => ({
    source: { format: 'image', ...source },
    optional: true,
  }));
  return [{ source: { kind: 'json', format: 'json', value: outputs } }, ...pictures];
}

function reading(run: Run): JobReading {
  const { state, word } = progressOf(run);
  switch (state) {
    case 'running':
      return { state };
    case 'failed':
      return { state, reason: reasonFor(run.message, word) };
    case 'unclear':
      return { state, word, why: 'unknown_status' };
    case 'completed':
      // the message tells how the run went, not what came out of it
      return { state, description: null, artifacts: artifactsOf(outputsOf(run)) };
  }
}

/** How a run is followed: asked about with the model key that started it. */
export const runJob: JobSpec = {
  remoteId: idOf,
  pollEndpoint: 'bananadev.check',
  pollInput: (remoteId, input) => ({ id: remoteId, modelKey: input['modelKey'] }),
  interval: [2000, 4000],
  read: (answer) => reading(runSchema.parse(answer).data),
  readAtOnce(answer) {
    const run = runSchema.safeParse(answer).data?.data;
    const read = run && reading(run);
    return read?.state === 'completed' || read?.state === 'failed' ? read : undefined;
  },
};
