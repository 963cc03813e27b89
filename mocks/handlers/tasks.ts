import { createHash } from 'node:crypto';
import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { task as taskEndpoint, taskImage } from '../../src/shared/endpoints/paperbanana-tasks';
import type { Task } from '../job-simulator';
import { oneIn } from '../random';
import { crash, refuse } from './answers';
import type { Context, Picture } from './context';
import { refuseKey } from './guard';

/** msw spells a path field `:name`. */
const pattern = (path: string): string => `*${path.replace(/\{(\w+)\}/g, ':$1')}`;

/** The task record. Observed servers have exactly six keys; the documentation adds `artifacts`. */
function record(
  task: Task,
  status: string,
  observed: boolean,
  found: { imageUrl: string; picture?: Picture; error?: string },
): Record<string, unknown> {
  const { picture } = found;
  return {
    task_id: task.id,
    status,
    diagram_type: 'methodology',
    image_base64: picture ? Buffer.from(picture.png).toString('base64') : null,
    ...(!observed && {
      artifacts: picture ? { png: { format: 'png', media_type: 'image/png', download_url: found.imageUrl } } : null,
    }),
    description: picture?.description ?? null,
    error: found.error ?? null,
  };
}

function pollHandler(context: Context): HttpHandler {
  return http.get(pattern(taskEndpoint.path), async ({ request, params }) => {
    const { settings, keys, jobs } = context;
    const refusal = refuseKey(request.headers.get('authorization'), keys, settings(), 'read');
    if (refusal) return refusal;
    const { failures, seed, behaviour } = settings();
    if (oneIn(failures.serverErrorOnPoll, jobs.countPoll(), seed, 'poll')) return crash();
    const found = jobs.poll(String(params['task_id']));
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

function imageHandler(context: Context): HttpHandler {
  return http.get(pattern(taskImage.path), async ({ request, params }) => {
    const { settings, keys, jobs } = context;
    const refusal = refuseKey(request.headers.get('authorization'), keys, settings(), 'read');
    if (refusal) return refusal;
    const found = jobs.find(String(params['task_id']));
    if (!found) return refuse(404, 'Task not found');
    const format = new URL(request.url).searchParams.get('format') ?? 'png';
    // a diagram has no vector form; observed servers answer any format with the PNG
    const missing = settings().behaviour === 'documented' && format !== 'png';
    if (found.status !== 'completed' || missing) return refuse(404, 'Image not available yet');
    const { png } = await context.pictureOf(found.task);
    const etag = createHash('md5').update(png).digest('hex');
    return new HttpResponse(png, {
      headers: {
        'content-type': 'image/png',
        'content-length': String(png.byteLength),
        'content-disposition': `attachment; filename="${found.task.id}.png"`,
        etag: `"${etag}"`,
      },
    });
  });
}

export function taskHandlers(context: Context): HttpHandler[] {
  return [pollHandler(context), imageHandler(context)];
}
