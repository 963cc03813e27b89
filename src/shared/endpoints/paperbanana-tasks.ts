import { z } from 'zod';
import { field } from '../fields';
import { pathText } from './common-fields';
import type { Endpoint } from './endpoint';
import { titleFrom } from './endpoint';
import { taskSchema } from './paperbanana-task';

const apiKey = { kind: 'bearer', role: 'user' } as const;
const taskId = field(pathText(200), { in: 'path', widget: 'text' });

export const task: Endpoint = {
  id: 'paperbanana.task',
  provider: 'paperbanana',
  method: 'GET',
  path: '/api/tasks/{task_id}',
  credential: apiKey,
  input: z.strictObject({ task_id: taskId }),
  answer: { kind: 'json', status: 200, schema: taskSchema },
  rules: [],
  units: 0,
  timeoutMs: 30_000,
  group: 'plumbing',
  view: 'task',
  icon: 'list-checks',
  historyTitle: titleFrom('task_id'),
  example: { task_id: 'a1b2c3d4e5f6' },
};

export const taskImage: Endpoint = {
  id: 'paperbanana.taskImage',
  provider: 'paperbanana',
  method: 'GET',
  path: '/api/tasks/{task_id}/image',
  credential: apiKey,
  input: z.strictObject({
    task_id: taskId,
    format: field(z.enum(['png', 'svg', 'pdf']).optional(), { in: 'query', widget: 'segments', serverDefault: 'png' }),
  }),
  answer: { kind: 'binary', status: 200, mediaTypes: ['image/png', 'image/jpeg', 'image/svg+xml', 'application/pdf'] },
  rules: [],
  units: 0,
  timeoutMs: 60_000,
  group: 'plumbing',
  view: 'file',
  icon: 'image-down',
  historyTitle: titleFrom('task_id'),
  example: { task_id: 'a1b2c3d4e5f6' },
};
