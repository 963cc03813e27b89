import { z } from 'zod';
import type { JobReading, JobSpec } from './endpoint';
import { looseId, looseReason, looseText, requiredWord } from './lenient';
import { readStatus, reasonFor } from './status-word';

/** What every submission is answered with. An id that is a number is read off the text, with all its digits. */
export const accepted = z.looseObject({ task_id: z.string().min(1), status: looseText });

/** Of jobs that draw in rounds. */
export const USUAL_SECONDS = [30, 120] as const;

/** By format; servers that list them read alike. */
const artifacts = z
  .preprocess(
    (value) => {
      if (!Array.isArray(value)) return value;
      return Object.fromEntries(
        value.flatMap((item: unknown) => {
          const format = typeof item === 'object' && item !== null && 'format' in item ? item.format : item;
          return typeof format === 'string' ? [[format, item]] : [];
        }),
      );
    },
    z.record(z.string(), z.unknown()),
  )
  .nullish()
  .catch(null);

export const taskSchema = z.looseObject({
  task_id: looseId,
  status: requiredWord,
  diagram_type: looseText,
  image_base64: looseText,
  artifacts,
  description: looseText,
  error: looseReason,
});
type Task = z.infer<typeof taskSchema>;

const ARTIFACT_FORMATS = ['png', 'svg', 'pdf'];

function completed(task: Task, remoteId: string): JobReading {
  const listed = Object.keys(task.artifacts ?? {}).filter((format) => ARTIFACT_FORMATS.includes(format));
  const wordsOnly = task.diagram_type === 'prompt_optimization';
  // its only result is its text: without it there is nothing to keep, and the next answer may have it
  if (wordsOnly && listed.length === 0 && !task.description && !task.image_base64)
    return { state: 'unclear', word: task.status, why: 'no_result' };
  // older servers list no artifacts: a diagram then has its PNG, a polished prompt has nothing
  const formats = listed.length > 0 ? listed : wordsOnly ? [] : ['png'];
  return {
    state: 'completed',
    description: task.description ?? null,
    artifacts: formats.map((format) => ({
      source: {
        kind: 'endpoint',
        format,
        endpoint: 'paperbanana.taskImage',
        input: format === 'png' ? { task_id: remoteId } : { task_id: remoteId, format },
      },
      ...(format === 'png' && task.image_base64
        ? { fallback: { kind: 'inline' as const, format, base64: task.image_base64 } }
        : {}),
    })),
  };
}

/** How all of PaperBanana's submissions are followed. */
export const taskJob: JobSpec = {
  remoteId: (answer) => accepted.safeParse(answer).data?.task_id,
  pollEndpoint: 'paperbanana.task',
  pollInput: (remoteId) => ({ task_id: remoteId }),
  interval: [3000, 5000],
  read(answer, remoteId) {
    const task = taskSchema.parse(answer);
    const status = readStatus(task.status);
    switch (status.state) {
      case 'completed':
        return completed(task, remoteId);
      case 'failed':
        return { state: 'failed', reason: reasonFor(task.error, status.word) };
      case 'unclear':
        return { state: 'unclear', word: status.word, why: 'unknown_status' };
      default:
        return { state: status.state };
    }
  },
};
