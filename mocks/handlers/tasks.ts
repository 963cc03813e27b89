import { createHash } from 'node:crypto';
import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { task as taskEndpoint, taskImage } from '../../src/shared/endpoints/paperbanana-tasks';
import type { Yield } from '../draw-work';
import { oneIn } from '../random';
import type { Task } from '../task';
import { diagramType } from '../work';
import { crash, refuse } from './answers';
import type { Context } from './context';
import { admit } from './guard';

/** msw spells a path field `:name`. */
export const pattern = (path: string): string => `*${path.replace(/\{(\w+)\}/g, ':$1')}`;

const MEDIA_TYPES: Record<string, string> = { png: 'image/png', svg: 'image/svg+xml', pdf: 'application/pdf' };

/** What there is to download: the PNG's address has no format. */
function artifactsOf(picture: Yield, imageUrl: string): Record<string, unknown> | null {
  const formats = (['png', 'svg', 'pdf'] as const).filter((format) => picture[format] !== undefined);
  if (formats.length === 0) return null;
  return Object.fromEntries(
    formats.map((format) => [
      format,
      {
        format,
        media_type: MEDIA_TYPES[format],
        download_url: format === 'png' ? imageUrl : `${imageUrl}?format=${format}`,
      },
    ]),
  );
}

/** The task record. Observed servers have exactly six keys; the documentation adds `artifacts`. */
function record(
  task: Task,
  status: string,
  observed: boolean,
  found: { imageUrl: string; picture?: Yield; error?: string },
): Record<string, unknown> {
  const { picture } = found;
  return {
    task_id: task.id,
    status,
    diagram_type: diagramType(task.work),
    image_base64: picture?.png ? Buffer.from(picture.png).toString('base64') : null,
    ...(!observed && { artifacts: picture ? artifactsOf(picture, found.imageUrl) : null }),
    description: picture?.description ?? null,
    error: found.error ?? null,
  };
}

function pollHandler(context: Context): HttpHandler {
  return http.get(pattern(taskEndpoint.path), async ({ request, params }) => {
    const { settings, keys, jobs } = context;
    const admitted = admit(request.headers.get('authorization'), keys, settings(), 'read');
    if ('refusal' in admitted) return admitted.refusal;
    const { failures, seed, behaviour } = settings();
    if (oneIn(failures.serverErrorOnPoll, jobs.countPoll(), seed, 'poll')) return crash();
    const id = String(params['task_id']);
    // somebody else's task is as good as none
    const found = jobs.find(id)?.task.owner === admitted.key.key ? jobs.poll(id) : undefined;
    if (!found) return refuse(404, 'Task not found');
    const { task, status } = found;
    const imageUrl = `${request.url.replace(/[?#].*$/, '')}/image`;
    const observed = behaviour === 'observed';
    if (status === 'running') context.prepare(task);
    if (status === 'failed') {
      const error = task.outcome?.failed ? task.outcome.reason : '';
      return HttpResponse.json(record(task, status, observed, { imageUrl, error }));
    }
    if (status !== 'completed') return HttpResponse.json(record(task, status, observed, { imageUrl }));
    const picture = await context.pictureOf(task);
    return HttpResponse.json(record(task, status, observed, { imageUrl, picture }));
  });
}

/** The bytes in the format asked for. Observed servers answer any format with the PNG. */
async function bytesOf(picture: Yield, format: string, observed: boolean): Promise<[string, Uint8Array] | undefined> {
  if (format === 'png' || observed) return picture.png && ['png', picture.png];
  if (format === 'svg') return picture.svg === undefined ? undefined : ['svg', Buffer.from(picture.svg)];
  if (format === 'pdf') return picture.pdf && ['pdf', await picture.pdf()];
  return undefined;
}

function imageHandler(context: Context): HttpHandler {
  return http.get(pattern(taskImage.path), async ({ request, params }) => {
    const { settings, keys, jobs } = context;
    const admitted = admit(request.headers.get('authorization'), keys, settings(), 'read');
    if ('refusal' in admitted) return admitted.refusal;
    const found = jobs.find(String(params['task_id']));
    if (!found || found.task.owner !== admitted.key.key) return refuse(404, 'Task not found');
    if (found.status !== 'completed') return refuse(404, 'Image not available yet');
    const format = new URL(request.url).searchParams.get('format') ?? 'png';
    const picture = await context.pictureOf(found.task);
    const file = await bytesOf(picture, format, settings().behaviour === 'observed');
    if (!file) return refuse(404, 'Image not available yet');
    const [extension, bytes] = file;
    const etag = createHash('md5').update(bytes).digest('hex');
    return new HttpResponse(bytes, {
      headers: {
        'content-type': MEDIA_TYPES[extension] ?? 'image/png',
        'content-length': String(bytes.byteLength),
        'content-disposition': `attachment; filename="${found.task.id}.${extension}"`,
        etag: `"${etag}"`,
      },
    });
  });
}

export function taskHandlers(context: Context): HttpHandler[] {
  return [pollHandler(context), imageHandler(context)];
}
