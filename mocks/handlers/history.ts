import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { adminHistory, adminHistoryItem } from '../../src/shared/endpoints/paperbanana-admin';
import { timestamp } from '../seeds';
import type { Task, TaskStatus } from '../task';
import { diagramType } from '../work';
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

/** Exactly what observed servers tell of an item: no id besides the task's own. */
function item({ task, status }: Known, keyName: string | null): Record<string, unknown> {
  return {
    task_id: task.id,
    api_key: task.owner,
    key_name: keyName,
    endpoint: task.endpoint,
    diagram_type: diagramType(task.work),
    status,
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
  const itemOf = (known: Known): Record<string, unknown> =>
    item(known, context.keys.find(known.task.owner)?.name ?? null);
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
        .map(itemOf)
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
      const found = context.jobs.all().find(({ task }) => task.id === params['task_id']);
      if (!found) return refuse(404, 'History record not found');
      const { task, status } = found;
      const picture = status === 'completed' ? await context.pictureOf(task) : undefined;
      const receipt = context.courier.receiptOf(task.id);
      const { kind, ...inputs } = task.work;
      return HttpResponse.json({
        ...itemOf(found),
        input_params: { ...inputs, diagram_type: kind },
        description: picture?.description ?? null,
        error: task.outcome?.failed ? task.outcome.reason : null,
        image_path: picture?.png ? `outputs/${task.id}.png` : null,
        webhook_status: receipt?.status ?? null,
        webhook_attempts: receipt?.attempts ?? 0,
        webhook_last_error: receipt?.error ?? null,
        image_base64: picture?.png ? Buffer.from(picture.png).toString('base64') : null,
      });
    }),
  ];
}
