import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { adminHistory, adminHistoryItem } from '../../src/shared/endpoints/paperbanana-admin';
import { timestamp } from '../seeds';
import type { Task, TaskStatus } from '../task';
import { diagramType } from '../work';
import type { Work } from '../work';
import { refuse } from './answers';
import type { Context } from './context';
import { refuseAdmin } from './guard';
import { pattern } from './tasks';

const USUAL_SIZE = 20;
const MOST = 100;

interface Known {
  task: Task;
  status: TaskStatus;
}

function captionOf(work: Work): string {
  switch (work.kind) {
    case 'diagram':
    case 'prompt':
      return work.caption;
    case 'plot':
      return work.intent;
    case 'composite':
      return work.labels.join(' ');
  }
}

function item({ task, status }: Known): Record<string, unknown> {
  return {
    id: task.number,
    task_id: task.id,
    api_key: task.owner,
    endpoint: task.endpoint,
    status,
    diagram_type: diagramType(task.work),
    caption: captionOf(task.work),
    created_at: timestamp(task.createdAt),
    completed_at: task.finishedAt === null ? null : timestamp(task.finishedAt),
  };
}

/**
 * What some servers keep of all tasks, beyond their documentation and beyond a restart. A server that behaves as
 * documented has no such paths.
 */
export function historyHandlers(context: Context): HttpHandler[] {
  const refusal = (request: Request): Response | undefined =>
    context.settings().behaviour === 'documented'
      ? refuse(404, 'Not Found')
      : refuseAdmin(request.headers.get('authorization'), context.adminKey);
  return [
    http.get(`*${adminHistory.path}`, ({ request }) => {
      const refused = refusal(request);
      if (refused) return refused;
      const query = new URL(request.url).searchParams;
      const number = (name: string, usual: number, most: number): number =>
        Math.min(most, Math.max(1, Math.trunc(Number(query.get(name))) || usual));
      const [page, size] = [number('page', 1, Infinity), number('size', USUAL_SIZE, MOST)];
      const wanted = (name: string, value: string): boolean => [null, '', value].includes(query.get(name));
      const items = context.jobs
        .all()
        .map(item)
        .filter((line) => ['endpoint', 'status', 'api_key'].every((name) => wanted(name, String(line[name]))));
      return HttpResponse.json({
        items: items.slice((page - 1) * size, page * size),
        total: items.length,
        page,
        size,
        pages: Math.ceil(items.length / size),
      });
    }),
    http.get(pattern(adminHistoryItem.path), async ({ request, params }) => {
      const refused = refusal(request);
      if (refused) return refused;
      const found = context.jobs.all().find(({ task }) => String(task.number) === params['id']);
      if (!found) return refuse(404, 'History item not found');
      const { task, status } = found;
      const picture = status === 'completed' ? await context.pictureOf(task) : undefined;
      const receipt = context.courier.receiptOf(task.id);
      const { kind, ...inputs } = task.work;
      return HttpResponse.json({
        ...item(found),
        input_params: { ...inputs, diagram_type: kind },
        description: picture?.description ?? null,
        error: task.outcome?.failed ? task.outcome.reason : null,
        webhook_status: receipt?.status ?? null,
        webhook_attempts: receipt?.attempts ?? 0,
        webhook_last_error: receipt?.error ?? null,
        image_base64: picture?.png ? Buffer.from(picture.png).toString('base64') : null,
      });
    }),
  ];
}
