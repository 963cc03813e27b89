import { DEMO_CREDENTIALS, DEMO_WEBHOOK_SECRET } from './credentials';
import type { JobSimulator } from './job-simulator';
import type { ApiKey } from './key-ring';
import type { Work } from './work';

/** As servers write times: the fraction is left out where there is none. */
export const timestamp = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/\.(\d{3})Z$/, (_, fraction: string) => (fraction === '000' ? '+00:00' : `.${fraction}000+00:00`));

const blank = { active: true, webhook_url: null, webhook_secret: null, usage_log: [] };

/** The demo's own key, and the one that the documentation shows. Oldest first. */
export const seededKeys = (own: string): ApiKey[] => [
  {
    ...blank,
    webhook_secret: DEMO_WEBHOOK_SECRET,
    key: own,
    name: 'Demo key',
    quota_remaining: 100,
    quota_total: 100,
    total_used: 0,
    created_at: '2026-01-05T08:00:00+00:00',
  },
  {
    ...blank,
    key: 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
    name: 'my-app',
    quota_remaining: 87,
    quota_total: 100,
    total_used: 13,
    created_at: '2026-02-15T10:30:00+00:00',
    usage_log: [{ id: 1, task_id: 'abc123...', endpoint: 'generate', created_at: '2026-02-15T11:00:00+00:00' }],
  },
];

const diagram = { kind: 'diagram', pages: null, fromPdf: false, aspectRatio: '4:3', resolution: '2K' } as const;

const TASKS: readonly { id: string; endpoint: string; work: Work }[] = [
  {
    id: 'a1b2c3d4e5f6',
    endpoint: 'plot',
    work: {
      kind: 'plot',
      data: '{"models":["ResNet-50","ViT-B/16","EfficientNet-B4"],"accuracy":[76.1,81.8,82.9]}',
      intent: 'Bar chart comparing model accuracy with value labels',
      aspectRatio: '4:3',
      formats: ['png', 'svg', 'pdf'],
    },
  },
  {
    id: 'task_a',
    endpoint: 'generate',
    work: {
      ...diagram,
      caption: 'Transformer encoder architecture',
      source: 'Our model uses a 6-layer Transformer encoder with multi-head self-attention and a classifier head.',
    },
  },
  {
    id: 'task_b',
    endpoint: 'generate',
    work: {
      ...diagram,
      caption: 'Retrieval before generation',
      source: 'A retriever ranks passages of the corpus; a reader attends over the best five and writes the answer.',
    },
  },
  {
    id: 'task_c',
    endpoint: 'plot',
    work: {
      kind: 'plot',
      data: '{"epoch":[1,2,3,4,5,6,7,8],"train loss":[2.31,1.62,1.21,0.98,0.83,0.74,0.69,0.66],"validation loss":[2.35,1.74,1.39,1.2,1.11,1.07,1.06,1.06]}',
      intent: 'Line plot of training and validation loss over epochs',
      aspectRatio: '4:3',
      formats: ['png'],
    },
  },
];

/** Tasks that the documentation's examples ask about, finished, and of the demo's own key. */
export function plantTasks(jobs: JobSimulator, owner: string = DEMO_CREDENTIALS.paperbanana.user): void {
  const createdAt = Date.UTC(2026, 1, 15, 10, 30);
  for (const task of TASKS) jobs.plant({ ...task, owner, createdAt, finishedAt: createdAt + 85_000 });
}
