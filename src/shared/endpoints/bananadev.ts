import { z } from 'zod';
import { field } from '../fields';
import { runJob, runSchema, wrapped } from './bananadev-run';
import { pathText, requiredText, urlOf } from './common-fields';
import type { Endpoint, Rule } from './endpoint';
import { titleFrom } from './endpoint';
import { amount, looseId, looseNumber, looseText } from './lenient';

const token = { kind: 'query', parameter: 'api_token' } as const;
const modelKey = field(requiredText.max(300), { in: 'body', widget: 'text' });
const modelInputs = field(z.record(z.string(), z.unknown()), { in: 'body', widget: 'json' });

const shared = { provider: 'bananadev', credential: token, rules: [], units: 0, timeoutMs: 30_000 } as const;

const run = {
  ...shared,
  method: 'POST',
  answer: { kind: 'json', status: 200, schema: runSchema },
  job: runJob,
  units: 1,
  // the server may answer only when the model has: a cold GPU takes minutes
  timeoutMs: 900_000,
  group: 'create',
  view: 'outputs',
  historyTitle: (input: Record<string, unknown>) => {
    const inputs = input['modelInputs'];
    const words = typeof inputs === 'object' && inputs !== null ? (inputs as Record<string, unknown>)['prompt'] : '';
    const parts = [titleFrom('modelKey')(input), typeof words === 'string' ? words.split('\n')[0] : undefined];
    return parts.filter(Boolean).join(': ').slice(0, 200) || undefined;
  },
} as const;

export const start: Endpoint = {
  ...run,
  id: 'bananadev.start',
  path: '/v1/start',
  input: z.strictObject({
    modelKey,
    modelInputs,
    // a start that returns at once and is asked about is never lost to a cut line
    startOnly: field(z.boolean().optional(), { in: 'body', widget: 'switch', serverDefault: false, initial: true }),
  }),
  icon: 'play',
  example: {
    modelKey: 'your-model-key',
    modelInputs: { prompt: 'Explain quantum computing in simple terms', max_tokens: 500 },
    startOnly: false,
  },
};

export const runAndWait: Endpoint = {
  ...run,
  id: 'bananadev.run',
  path: '/v1/run',
  input: z.strictObject({ modelKey, modelInputs }),
  icon: 'timer',
  example: { modelKey: 'your-model-key', modelInputs: { prompt: 'Write a haiku about coding', max_tokens: 100 } },
};

export const check: Endpoint = {
  ...shared,
  id: 'bananadev.check',
  method: 'POST',
  path: '/v1/check',
  input: z.strictObject({ id: field(requiredText.max(200), { in: 'body', widget: 'text' }), modelKey }),
  answer: { kind: 'json', status: 200, schema: runSchema },
  group: 'plumbing',
  view: 'outputs',
  icon: 'list-checks',
  historyTitle: titleFrom('id'),
  example: { id: 'run_abc123xyz456', modelKey: 'your-model-key' },
};

const modelSchema = z.looseObject({
  modelKey: z.string(),
  name: looseText,
  description: looseText,
  createdAt: looseNumber,
  updatedAt: looseNumber,
  config: z.record(z.string(), z.unknown()).nullish().catch(null),
});
export const modelsSchema = wrapped(z.looseObject({ models: z.array(modelSchema) }));
export const modelDetailSchema = wrapped(modelSchema);

export const listModels: Endpoint = {
  ...shared,
  id: 'bananadev.listModels',
  method: 'GET',
  path: '/v1/models',
  input: z.strictObject({}),
  answer: { kind: 'json', status: 200, schema: modelsSchema },
  group: 'models',
  view: 'models',
  icon: 'boxes',
  historyTitle: () => undefined,
  example: {},
};

export const getModel: Endpoint = {
  ...shared,
  id: 'bananadev.getModel',
  method: 'GET',
  path: '/v1/models/{model_key}',
  legacyPath: '/v1/models/modelkey?model_key={model_key}',
  input: z.strictObject({ model_key: field(pathText(300), { in: 'path', widget: 'text' }) }),
  answer: { kind: 'json', status: 200, schema: modelDetailSchema },
  group: 'models',
  view: 'model',
  icon: 'box',
  historyTitle: titleFrom('model_key'),
  example: { model_key: 'stable-diffusion-xl' },
};

export const accountSchema = wrapped(
  z.looseObject({
    accountId: looseText,
    email: looseText,
    plan: looseText,
    createdAt: looseNumber,
  }),
);

export const account: Endpoint = {
  ...shared,
  id: 'bananadev.account',
  method: 'GET',
  path: '/v1/account',
  input: z.strictObject({}),
  answer: { kind: 'json', status: 200, schema: accountSchema },
  group: 'server',
  view: 'account',
  icon: 'circle-user',
  historyTitle: () => undefined,
  example: {},
};

export const usageSchema = wrapped(
  z.looseObject({
    totalCalls: amount,
    /** ms. */
    totalComputeTime: amount,
    totalCost: amount,
    byModel: z
      .array(z.looseObject({ modelKey: looseId, calls: amount, computeTime: amount, cost: amount }))
      .nullish()
      .catch(null),
  }),
);

/** A day or an instant of ISO 8601. */
const isoDate = z
  .string()
  .trim()
  .superRefine((value, context) => {
    const form = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
    if (!form.test(value) || Number.isNaN(Date.parse(value)))
      context.addIssue({ code: 'custom', message: 'not_a_date' });
  });

const rangeRule: Rule = {
  fields: ['startDate', 'endDate'],
  check({ startDate, endDate }) {
    if (typeof startDate !== 'string' || typeof endDate !== 'string') return undefined;
    if (!(Date.parse(startDate) > Date.parse(endDate))) return undefined;
    return {
      fields: ['startDate', 'endDate'],
      code: 'date_order',
      repairs: [{ code: 'swap_dates', set: { startDate: endDate, endDate: startDate } }],
    };
  },
};

export const usage: Endpoint = {
  ...shared,
  id: 'bananadev.usage',
  method: 'GET',
  path: '/v1/usage',
  input: z.strictObject({
    startDate: field(isoDate.optional(), { in: 'query', widget: 'date', row: 'range' }),
    endDate: field(isoDate.optional(), { in: 'query', widget: 'date', row: 'range' }),
  }),
  answer: { kind: 'json', status: 200, schema: usageSchema },
  rules: [rangeRule],
  group: 'server',
  view: 'usage',
  icon: 'chart-line',
  historyTitle: () => undefined,
  example: { startDate: '2026-02-01T00:00:00Z', endDate: '2026-02-11T23:59:59Z' },
};

/** `git@host:owner/repository`, or a Docker image with its registry, tag and digest. */
const GIT_OR_IMAGE =
  /^(?:[\w.-]+@[\w.-]+:[\w./-]+|[a-z0-9][\w.-]*(?::\d+)?(?:\/[\w.-]+)*(?::[\w.-]+)?(?:@\w+:[a-f0-9]{32,})?)$/i;

/**
 * "GitHub repository URL, Docker image, or other supported sources": what the others are is not told, so that any
 * address passes that is one. Of GitHub it is known that a repository has an owner and a name.
 */
const source = requiredText.max(1000).superRefine((value, context) => {
  if (!value.includes('://')) {
    if (!GIT_OR_IMAGE.test(value)) context.addIssue({ code: 'custom', message: 'not_a_source' });
    return;
  }
  const url = /\s/.test(value) ? undefined : urlOf(value);
  const parts = url?.pathname.split('/').filter(Boolean) ?? [];
  if (!url || url.hostname === '') context.addIssue({ code: 'custom', message: 'not_a_source' });
  else if (/^(?:www\.)?github\.com$/.test(url.hostname) && parts.length < 2)
    context.addIssue({ code: 'custom', message: 'not_a_repository' });
});

export const deploy: Endpoint = {
  ...shared,
  id: 'bananadev.deploy',
  method: 'POST',
  path: '/v1/deploy',
  input: z.strictObject({
    modelKey,
    source: field(source, { in: 'body', widget: 'text' }),
    environment: field(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(), {
      in: 'body',
      widget: 'environment',
      masked: true,
    }),
  }),
  answer: {
    kind: 'json',
    status: 200,
    schema: wrapped(
      z.looseObject({
        modelKey: looseText,
        deploymentId: looseText,
        status: looseText,
        message: looseText,
        createdAt: looseNumber,
      }),
    ),
  },
  timeoutMs: 120_000,
  group: 'models',
  view: 'deployment',
  icon: 'rocket',
  historyTitle: titleFrom('modelKey'),
  example: {
    modelKey: 'my-custom-model',
    source: 'https://github.com/username/model-repo',
    environment: { PYTHON_VERSION: '3.10', GPU_TYPE: 'A10G', MAX_CONCURRENCY: 3 },
  },
};

const definitionOf = (id: string, path: string): Endpoint => ({
  ...shared,
  id,
  method: 'GET',
  path,
  // public, so that it goes without the token
  credential: { kind: 'none' },
  input: z.strictObject({}),
  answer: { kind: 'json', status: 200, schema: z.unknown() },
  group: 'server',
  view: 'definition',
  icon: 'file-json',
  historyTitle: () => undefined,
  example: {},
});

export const openapi = definitionOf('bananadev.openapi', 'https://backend.lowcodeapi.com/bananadev/openapi');
export const definition = definitionOf('bananadev.definition', 'https://backend.lowcodeapi.com/bananadev/definition');
