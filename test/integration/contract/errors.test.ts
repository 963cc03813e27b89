import { expect, it } from 'vitest';
import { AppError, type AppErrorData } from '../../../src/shared/app-error';
import { ENDPOINTS, requireEndpoint } from '../../../src/shared/endpoints';
import { content, type Reply } from '../../support/loopback-server';
import {
  BANANADEV,
  BANANAHUB,
  type BadAnswer,
  type Kind,
  list,
  NO_SUCH,
  PAPERBANANA,
  PAPERBANANA_ADMIN,
  PAPERBANANA_KEY,
} from './answers';
import { openContract } from './contract-world';

/** What each endpoint is for the user's units, and the field that a validation list names. */
const ENDPOINT_KINDS: [id: string, kind: Kind, field: string, answers: BadAnswer[]][] = [
  ['paperbanana.health', 'reading', 'query', PAPERBANANA],
  ['paperbanana.generate', 'submission', 'caption', [...PAPERBANANA_KEY, ...PAPERBANANA]],
  ['paperbanana.generateFromPdf', 'submission', 'pdf_base64', [...PAPERBANANA_KEY, ...PAPERBANANA]],
  ['paperbanana.plot', 'submission', 'data_json', [...PAPERBANANA_KEY, ...PAPERBANANA]],
  ['paperbanana.optimizePrompt', 'submission', 'description', [...PAPERBANANA_KEY, ...PAPERBANANA]],
  [
    'paperbanana.composite',
    'submission',
    'source_task_ids',
    [...PAPERBANANA_KEY, NO_SUCH('Task task_a not found'), ...PAPERBANANA],
  ],
  ['paperbanana.task', 'reading', 'task_id', [...PAPERBANANA_KEY, NO_SUCH('Task not found'), ...PAPERBANANA]],
  [
    'paperbanana.taskImage',
    'reading',
    'format',
    [...PAPERBANANA_KEY, NO_SUCH('Image not available yet'), ...PAPERBANANA],
  ],
  ['paperbanana.listKeys', 'reading', 'page', [...PAPERBANANA_ADMIN, ...PAPERBANANA]],
  ['paperbanana.createKey', 'change', 'name', [...PAPERBANANA_ADMIN, ...PAPERBANANA]],
  ['paperbanana.getKey', 'reading', 'key', [...PAPERBANANA_ADMIN, NO_SUCH('API key not found'), ...PAPERBANANA]],
  [
    'paperbanana.updateKey',
    'change',
    'quota_total',
    [...PAPERBANANA_ADMIN, NO_SUCH('API key not found'), ...PAPERBANANA],
  ],
  ['paperbanana.deleteKey', 'change', 'key', [...PAPERBANANA_ADMIN, NO_SUCH('API key not found'), ...PAPERBANANA]],
  ['bananahub.textToImage', 'submission', 'prompt', BANANAHUB],
  ['bananahub.imageToImage', 'submission', 'input_images_urls', BANANAHUB],
  ['bananahub.editImages', 'submission', 'input_images_base64', BANANAHUB],
  ['bananahub.nb2TextToImage', 'submission', 'aspect_ratio', BANANAHUB],
  ['bananahub.nb2ImageToImage', 'submission', 'resolution', BANANAHUB],
  ['bananahub.nbTextToImage', 'submission', 'prompt', BANANAHUB],
  ['bananahub.nbImageToImage', 'submission', 'callback_url', BANANAHUB],
  ['bananahub.job', 'reading', 'job_id', [...BANANAHUB, NO_SUCH('Job not found')]],
  ['bananadev.start', 'submission', 'modelKey', BANANADEV],
  ['bananadev.run', 'submission', 'modelInputs', BANANADEV],
  // a POST that changes nothing is still no GET: it is not offered again by itself
  ['bananadev.check', 'change', 'id', BANANADEV],
  ['bananadev.listModels', 'reading', 'page', BANANADEV],
  ['bananadev.getModel', 'reading', 'model_key', BANANADEV],
  ['bananadev.account', 'reading', 'page', BANANADEV],
  ['bananadev.usage', 'reading', 'startDate', BANANADEV],
  ['bananadev.deploy', 'change', 'source', BANANADEV],
  ['bananadev.openapi', 'reading', 'page', BANANADEV],
  ['bananadev.definition', 'reading', 'page', BANANADEV],
];

const CASES = ENDPOINT_KINDS.flatMap(([id, kind, field, answers]) =>
  [...answers, list(field)].map((answer) => [id, answer.name, kind, answer] as const),
);

async function errorFrom(id: string, reply: Reply): Promise<{ error: AppErrorData; methods: string[] }> {
  const world = await openContract();
  world.answer(reply);
  const error = await world.send(id, requireEndpoint(id).example).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`no AppError but ${String(error)}`);
  return { error: error.data, methods: world.sent().map(({ method }) => method) };
}

it('knows every endpoint', () => {
  expect(ENDPOINT_KINDS.map(([id]) => id).sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort());
});

it.each(CASES)('%s says what a %s means', async (id, _name, kind, answer) => {
  const { error, methods } = await errorFrom(id, answer.reply);
  const { detail, issues, ...rest } = answer.says[kind];
  expect(error).toMatchObject(rest);
  expect(error.detail).toBe(detail);
  expect(error.issues?.map(({ field, code }) => ({ field, code }))).toEqual(issues);
  // no markup and no echo of what was sent is kept to be shown
  expect(error.raw?.body ?? '').not.toMatch(/<|ECHO|alert/);
  // nothing but reading is ever repeated
  if (kind !== 'reading') expect(methods).toHaveLength(1);
});

it.each([
  ['paperbanana.generate', 502],
  ['bananahub.textToImage', 504],
  ['bananadev.run', 524],
])('%s may have been accepted when the way back breaks with %i', async (id, status) => {
  const { error } = await errorFrom(id, content(status, 'text/html', '<h1>Bad gateway</h1>'));
  expect(error).toMatchObject({ code: 'uncertain', spent: 'maybe', retryable: false, params: { cause: 'gateway' } });
});

it('takes the server’s word that a picture’s task is gone', async () => {
  const { error } = await errorFrom('paperbanana.taskImage', NO_SUCH('Task not found').reply);
  expect(error).toMatchObject({ code: 'forgotten', retryable: false, status: 404 });
});
