import { z } from 'zod';
import { findImages } from '../find-images';
import type { JobArtifact, JobReading, JobSpec } from './endpoint';

/** Every answer comes wrapped in `data`. */
export const wrapped = <T extends z.ZodType>(schema: T) => z.looseObject({ data: schema });

export const runSchema = wrapped(
  z.looseObject({
    // a number is read from the text, with all its digits
    id: z.string().nullish().catch(undefined),
    message: z.string().nullish(),
    /** ms since epoch. */
    created: z.number().nullish(),
    api: z
      .looseObject({
        callID: z.string().nullish().catch(undefined),
        finished: z.boolean().nullish(),
        modelOutputs: z.array(z.unknown()).nullish(),
      })
      .nullish(),
  }),
);
type Run = z.infer<typeof runSchema>['data'];

const idOf = (answer: unknown): string | undefined => {
  const run = runSchema.safeParse(answer).data?.data;
  return run?.id ?? run?.api?.callID ?? undefined;
};

/** Older services answer a run that broke with 200 and the word in `message`. */
const broke = (run: Run): boolean => /\berror\b/i.test(run.message ?? '');

function artifactsOf(outputs: readonly unknown[]): JobArtifact[] {
  const pictures = findImages(outputs).map(({ source }): JobArtifact => ({
    source: { format: 'image', ...source },
    optional: true,
  }));
  return [{ source: { kind: 'json', format: 'json', value: outputs } }, ...pictures];
}

function reading(run: Run): JobReading {
  if (broke(run)) return { state: 'failed', reason: run.message ?? '' };
  if (run.api?.finished !== true) return { state: 'running' };
  // the message tells how the run went, not what came out of it
  return { state: 'completed', description: null, artifacts: artifactsOf(run.api.modelOutputs ?? []) };
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
    return read?.state === 'running' ? undefined : read;
  },
};
