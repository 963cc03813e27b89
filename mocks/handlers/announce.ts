import { pythonJson } from '../../src/shared/webhook';
import type { ApiKey } from '../key-ring';
import { timestamp } from '../seeds';
import { diagramType } from '../work';
import type { Context } from './context';

const filled = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Tells the request's address, else the key's, how a task ended. An empty one in the request is none. */
export function announce(
  id: string,
  asked: Readonly<Record<string, unknown>>,
  key: ApiKey,
  base: string,
  { courier, jobs, pictureOf }: Context,
): void {
  const url = filled(asked['webhook_url']) ?? key.webhook_url;
  if (url === null) return;
  courier.watch(id, url, async () => {
    const found = jobs.find(id);
    const { outcome } = found?.task ?? {};
    if (!found || !outcome) return undefined;
    const { task } = found;
    const picture = outcome.failed ? undefined : await pictureOf(task);
    const text = task.work.kind === 'prompt';
    const event = `task.${outcome.failed ? 'failed' : 'completed'}`;
    const body = pythonJson({
      event,
      task_id: id,
      status: outcome.failed ? 'failed' : 'completed',
      diagram_type: diagramType(task.work),
      description: picture?.description ?? null,
      image_url: text ? null : `${base}/api/tasks/${id}/image`,
      image_base64:
        asked['webhook_include_image'] === true && picture?.png ? Buffer.from(picture.png).toString('base64') : null,
      error: outcome.failed ? outcome.reason : null,
      created_at: timestamp(task.createdAt),
      completed_at: timestamp(task.finishedAt ?? task.createdAt),
    });
    return { event, body, secret: key.webhook_secret };
  });
}
