const KEY = {
  key: 'pb_0123456789abcdef0123456789abcdef',
  name: 'my-app',
  quota_remaining: 99,
  quota_total: 100,
  total_used: 1,
  active: true,
  created_at: '2026-11-21T23:07:45.817320+00:00',
  webhook_url: null,
};
const RUN = {
  id: 'run_abc123xyz456',
  message: 'Run created',
  created: 1_707_600_000_000,
  api: { callID: 'run_abc123xyz456', finished: true, modelOutputs: [{ message: 'x' }] },
};
const MODEL = { modelKey: 'sdxl', name: 'SDXL', description: 'x', createdAt: 1, updatedAt: 2, config: { gpu: 'A10G' } };
const ITEM = {
  task_id: 'a1b2c3',
  api_key: KEY.key,
  key_name: 'my-app',
  endpoint: 'generate',
  diagram_type: 'methodology',
  status: 'completed',
  created_at: KEY.created_at,
  completed_at: KEY.created_at,
};
const TASK = {
  task_id: 'a1b2c3',
  status: 'completed',
  diagram_type: 'methodology',
  image_base64: 'aGk=',
  description: 'Boxes.',
  error: null,
};
const accepted = (id: string) => ({ id, answer: { task_id: 'a1b2c3', status: 'pending' } });
const created = (id: string) => ({ id, answer: { job_id: 'u-1', status: 'queued', status_url: '/api/v1/jobs/u-1' } });

/** What the services answer: as documented, and where a running server was observed as that does. */
export function documentedAnswers(): { id: string; answer: unknown }[] {
  return [
    { id: 'paperbanana.health', answer: { status: 'ok', version: '0.1.2' } },
    ...['generate', 'generateFromPdf', 'plot', 'optimizePrompt', 'composite'].map((name) =>
      accepted(`paperbanana.${name}`),
    ),
    { id: 'paperbanana.task', answer: TASK },
    {
      id: 'paperbanana.task',
      answer: { ...TASK, artifacts: { png: { format: 'png', media_type: 'image/png', download_url: 'https://x/y' } } },
    },
    { id: 'paperbanana.createKey', answer: KEY },
    { id: 'paperbanana.listKeys', answer: [KEY, KEY] },
    { id: 'paperbanana.updateKey', answer: KEY },
    {
      id: 'paperbanana.getKey',
      answer: { ...KEY, usage_log: [{ id: 1, task_id: 'a1b2c3', endpoint: 'generate', created_at: KEY.created_at }] },
    },
    { id: 'paperbanana.adminHistory', answer: { items: [ITEM, ITEM], total: 2, page: 1, size: 20, pages: 1 } },
    {
      id: 'paperbanana.adminHistoryItem',
      answer: {
        ...ITEM,
        ...{ input_params: {}, description: 'Boxes.', error: null, image_path: 'a.png', image_base64: 'aGk=' },
        ...{ webhook_status: null, webhook_attempts: 0, webhook_last_error: null },
      },
    },
    ...['textToImage', 'imageToImage', 'editImages', 'nb2TextToImage', 'nbTextToImage'].map((name) =>
      created(`bananahub.${name}`),
    ),
    {
      id: 'bananahub.job',
      answer: {
        ...{ job_id: 'u-1', status: 'done', created_at: '2026-06-11T12:00:00Z', started_at: null, finished_at: null },
        ...{ result: { image_url: 'https://cdn/x' }, error: null },
      },
    },
    ...['start', 'run', 'check'].map((name) => ({ id: `bananadev.${name}`, answer: { data: RUN } })),
    { id: 'bananadev.listModels', answer: { data: { models: [MODEL, MODEL] } } },
    { id: 'bananadev.getModel', answer: { data: MODEL } },
    { id: 'bananadev.account', answer: { data: { accountId: 'a', email: 'a@b.example', plan: 'pro', createdAt: 1 } } },
    {
      id: 'bananadev.usage',
      answer: {
        data: {
          ...{ totalCalls: 3, totalComputeTime: 5, totalCost: 0.5 },
          byModel: [{ modelKey: 'sdxl', calls: 3, computeTime: 5, cost: 0.5 }],
        },
      },
    },
    {
      id: 'bananadev.deploy',
      answer: { data: { modelKey: 'm', deploymentId: 'd', status: 'building', message: 'ok', createdAt: 1 } },
    },
  ];
}
