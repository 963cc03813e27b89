import { EVENT_HEADER, pythonJson, SIGNATURE_HEADER } from '../../shared/webhook';
import { signBody } from './signature';

/** What PaperBanana sends a body with; a null secret leaves it unsigned. */
export function paperbananaHeaders(event: string, body: Uint8Array, secret: string | null): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'PaperBanana-Webhook/0.1.2',
    [EVENT_HEADER]: event,
    ...(secret !== null && { [SIGNATURE_HEADER]: signBody(body, secret) }),
  };
}

export interface SampleOptions {
  outcome: 'completed' | 'failed';
  taskId: string;
  /** Text-only tasks have no picture's address. */
  textOnly: boolean;
  /** Base64 of the picture, where the request asked for it. */
  image: string | null;
  baseUrl: string;
  /** ms since epoch. */
  now: number;
}

/** What PaperBanana posts, in the very bytes that it signs. */
export function samplePayload({ outcome, taskId, textOnly, image, baseUrl, now }: SampleOptions): {
  event: string;
  body: Uint8Array;
} {
  const event = `task.${outcome}`;
  const time = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00');
  const json = pythonJson({
    event,
    task_id: taskId,
    status: outcome,
    diagram_type: textOnly ? 'prompt_optimization' : 'methodology',
    description: outcome === 'completed' ? 'The diagram shows an encoder → a router, naïve and 中文.' : null,
    image_url: textOnly ? null : `${baseUrl}/api/tasks/${taskId}/image`,
    image_base64: outcome === 'completed' ? image : null,
    error: outcome === 'failed' ? 'The image model gave no picture.' : null,
    created_at: time(now - 85_000),
    completed_at: time(now),
  });
  return { event, body: new TextEncoder().encode(json) };
}

/** What BananaHub posts: the answer of GET /jobs/{job_id}, under no signature. */
export function sampleHubPayload({ outcome, taskId, baseUrl, now }: SampleOptions): {
  event: string;
  body: Uint8Array;
} {
  const time = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
  const status = outcome === 'completed' ? 'done' : 'failed';
  const json = JSON.stringify({
    job_id: taskId,
    status,
    created_at: time(now - 9000),
    started_at: time(now - 8000),
    finished_at: time(now),
    result: outcome === 'completed' ? { image_url: `${baseUrl}/results/${taskId}.png?X-Amz-Expires=86400` } : null,
    error: outcome === 'failed' ? 'The image model gave no picture.' : null,
  });
  return { event: `job.${status}`, body: new TextEncoder().encode(json) };
}
