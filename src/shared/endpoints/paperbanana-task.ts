import { z } from 'zod';
import type { JobReading, JobSpec } from './endpoint';

/** What every submission is answered with. */
export const accepted = z.object({ task_id: z.string().min(1), status: z.string() });

/** Of jobs that draw in rounds. */
export const USUAL_SECONDS = [30, 120] as const;

const artifact = z.object({
  format: z.string(),
  media_type: z.string().optional(),
  download_url: z.string().optional(),
});
export const taskSchema = z.object({
  task_id: z.string(),
  status: z.enum(['pending', 'running', 'completed', 'failed']),
  diagram_type: z.string().nullish(),
  image_base64: z.string().nullish(),
  artifacts: z.record(z.string(), artifact).nullish(),
  description: z.string().nullish(),
  error: z.string().nullish(),
});
type Task = z.infer<typeof taskSchema>;

const ARTIFACT_FORMATS = ['png', 'svg', 'pdf'];

function completed(task: Task, remoteId: string): JobReading {
  const listed = Object.keys(task.artifacts ?? {}).filter((format) => ARTIFACT_FORMATS.includes(format));
  // older servers list no artifacts: a diagram then has its PNG, a polished prompt has nothing
  const formats = listed.length > 0 ? listed : task.diagram_type === 'prompt_optimization' ? [] : ['png'];
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
    switch (task.status) {
      case 'pending':
        return { state: 'queued' };
      case 'running':
        return { state: 'running' };
      case 'failed':
        return { state: 'failed', reason: task.error ?? '' };
      case 'completed':
        return completed(task, remoteId);
    }
  },
};
