import { expect, it } from 'vitest';
import { ENDPOINTS, findEndpoint, requireEndpoint } from '../../../src/shared/endpoints';
import { blockedChoices, doubtsAbout, validateInput } from '../../../src/shared/endpoints/endpoint';
import { describeFields } from '../../../src/shared/fields';

const generate = requireEndpoint('paperbanana.generate');
const fromPdf = requireEndpoint('paperbanana.generateFromPdf');
const valid = { source_context: 'An encoder.', caption: 'Overview' };

it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s accepts its own documented example',
  (_id, endpoint) => {
    expect(validateInput(endpoint, endpoint.example)).toEqual({ ok: true, input: endpoint.example });
  },
);

it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s puts every path parameter into its path',
  (_id, endpoint) => {
    const inPath = describeFields(endpoint.input).filter((field) => field.in === 'path');
    expect(inPath.map((field) => `{${field.name}}`)).toEqual(endpoint.path.match(/\{\w+\}/g) ?? []);
  },
);

it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s names an endpoint of the catalogue for its polls',
  (_id, endpoint) => {
    if (endpoint.job) expect(findEndpoint(endpoint.job.pollEndpoint)?.id).toBe(endpoint.job.pollEndpoint);
  },
);

it('has ids that are unique and begin with their provider', () => {
  const ids = ENDPOINTS.map((endpoint) => endpoint.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const endpoint of ENDPOINTS) expect(endpoint.id).toMatch(new RegExp(`^${endpoint.provider}\\.`));
});

it('describes a field with type, limits and default', () => {
  const iterations = describeFields(generate.input).find((field) => field.name === 'iterations');
  expect(iterations).toMatchObject({ type: 'integer', required: false, minimum: 1, maximum: 10, serverDefault: 3 });
});

it('describes the choices of lists and of single values alike', () => {
  const fields = new Map(describeFields(generate.input).map((field) => [field.name, field]));
  expect(fields.get('output_formats')).toMatchObject({ type: 'array', allowed: ['png'] });
  expect(fields.get('image_resolution')).toMatchObject({ type: 'string', allowed: ['1K', '2K', '4K'] });
});

it('describes the PDF as a file', () => {
  expect(describeFields(fromPdf.input)[0]).toMatchObject({ name: 'pdf_base64', type: 'file', required: true });
});

it.each([
  [{ caption: 'x' }, 'source_context', 'required'],
  [{ ...valid, caption: '  ' }, 'caption', 'required'],
  [{ ...valid, iterations: 0 }, 'iterations', 'too_small'],
  [{ ...valid, iterations: 11 }, 'iterations', 'too_big'],
  [{ ...valid, iterations: 2.5 }, 'iterations', 'expected_int'],
  [{ ...valid, aspect_ratio: '7:5' }, 'aspect_ratio', 'not_allowed'],
  [{ ...valid, webhook_url: 'lab.example' }, 'webhook_url', 'not_a_url'],
  [{ ...valid, webhook_url: 'ftp://lab.example' }, 'webhook_url', 'not_a_web_url'],
  [{ ...valid, colour: 'red' }, 'colour', 'unknown_field'],
])('refuses %j at %s', (values, field, code) => {
  expect(validateInput(generate, values)).toMatchObject({ ok: false, issues: [{ field, code }] });
});

it('names the bad part of a page list', () => {
  const outcome = validateInput(fromPdf, { ...fromPdf.example, pages: '1,a-3' });
  expect(outcome).toMatchObject({ issues: [{ field: 'pages', code: 'pages_syntax', params: { part: 'a-3' } }] });
});

it.each([
  [{ image_model: 'google/nano-banana', image_resolution: '2K' }, 'nano_banana_resolution'],
  [{ image_model: 'gpt-image-2-text-to-image', aspect_ratio: 'auto', image_resolution: '4K' }, 'gpt_image_auto'],
  [{ image_model: 'gpt-image-2-text-to-image', aspect_ratio: '1:1', image_resolution: '4K' }, 'gpt_image_square'],
])('refuses fields that do not go together: %j', (values, code) => {
  const outcome = validateInput(generate, { ...valid, ...values });
  expect(outcome).toMatchObject({ ok: false, violations: [{ code }] });
});

it.each([
  { image_model: 'google/nano-banana' },
  { image_model: 'gpt-image-2-text-to-image', aspect_ratio: 'auto', image_resolution: '1K' },
  { image_model: 'gpt-image-2-text-to-image', aspect_ratio: 'auto' },
  { image_model: 'gpt-image-2-text-to-image', aspect_ratio: '1:1', image_resolution: '2K' },
  { image_model: 'nano-banana-pro', aspect_ratio: 'auto', image_resolution: '4K' },
])('accepts fields that do go together: %j', (values) => {
  expect(validateInput(generate, { ...valid, ...values })).toMatchObject({ ok: true });
});

it('every repair of a broken rule mends it', () => {
  const broken = { ...valid, image_model: 'gpt-image-2-text-to-image', aspect_ratio: 'auto', image_resolution: '4K' };
  const outcome = validateInput(generate, broken);
  if (outcome.ok) throw new Error('expected a violation');
  for (const repair of outcome.violations[0]?.repairs ?? [])
    expect(validateInput(generate, { ...broken, ...repair.set })).toMatchObject({ ok: true });
});

it('finds the choices that cannot work with the other values', () => {
  const values = { image_model: 'gpt-image-2-text-to-image', aspect_ratio: 'auto' };
  expect([...blockedChoices(generate, 'image_resolution', ['1K', '2K', '4K'], values).keys()]).toEqual(['2K', '4K']);
});

it('throws for an id that the catalogue does not have', () => {
  expect(() => requireEndpoint('paperbanana.paint')).toThrow(expect.objectContaining({ code: 'invalid_input' }));
});

it.each([
  [{ task_id: 't', status: 'pending' }, 'queued'],
  [{ task_id: 't', status: 'running' }, 'running'],
  [{ task_id: 't', status: 'failed', error: '' }, 'failed'],
])('reads the task %j as %s', (answer, state) => {
  expect(generate.job?.read(answer, 't').state).toBe(state);
});

it('falls back to the bytes in the poll where the picture cannot be fetched', () => {
  const reading = generate.job?.read({ task_id: 't', status: 'completed', image_base64: 'aGk=' }, 't');
  expect(reading).toMatchObject({
    artifacts: [
      {
        source: { kind: 'endpoint', endpoint: 'paperbanana.taskImage', input: { task_id: 't' } },
        fallback: { kind: 'inline', base64: 'aGk=' },
      },
    ],
  });
});

it('fetches every artifact that a task lists', () => {
  const artifacts = { png: { format: 'png' }, svg: { format: 'svg' }, exe: { format: 'exe' } };
  const reading = generate.job?.read({ task_id: 't', status: 'completed', artifacts }, 't');
  if (reading?.state !== 'completed') throw new Error('expected completed');
  expect(reading.artifacts.map(({ source }) => source.format)).toEqual(['png', 'svg']);
});

it('fetches nothing for a task that only has text', () => {
  const reading = generate.job?.read(
    { task_id: 't', status: 'completed', diagram_type: 'prompt_optimization', description: 'x' },
    't',
  );
  expect(reading).toMatchObject({ description: 'x', artifacts: [] });
});

it('tells a usual time only for jobs that the documentation tells it of: those that are drawn in rounds', () => {
  for (const { input, job, usualSeconds } of ENDPOINTS)
    expect(usualSeconds !== undefined).toBe(job !== undefined && 'iterations' in input.shape);
});

it('takes no status message of a run for a description', () => {
  const run = requireEndpoint('bananadev.run');
  const answer = { data: { id: 'r', message: 'Run completed', api: { finished: true, modelOutputs: [] } } };
  expect(run.job?.read(answer, 'r')).toMatchObject({ state: 'completed', description: null });
});

const deploy = (source: string) => validateInput(requireEndpoint('bananadev.deploy'), { modelKey: 'm', source });

it.each([
  'https://github.com/username/model-repo',
  'https://www.github.com/username/model-repo/tree/main',
  'https://gitlab.example.org/model',
  'git@github.com:username/model-repo.git',
  's3://bucket/model.tar',
  'python',
  'username/model:1.2',
  'registry.example.org:5000/team/model@sha256:' + 'a'.repeat(64),
])('deploys from %s', (source) => {
  expect(deploy(source)).toMatchObject({ ok: true });
});

it.each([
  ['my model', 'not_a_source'],
  ['the repo on github', 'not_a_source'],
  ['https://', 'not_a_source'],
  ['https://git hub.com/a/b', 'not_a_source'],
  ['C:\\models\\mine', 'not_a_source'],
  ['https://github.com', 'not_a_repository'],
  ['https://github.com/username', 'not_a_repository'],
])('refuses %j as the source of a deployment', (source, code) => {
  expect(deploy(source)).toMatchObject({ ok: false, issues: [{ field: 'source', code }] });
});

it('asks about more units left than there are in all, and takes them', () => {
  const updateKey = requireEndpoint('paperbanana.updateKey');
  const values = { key: 'k', quota_remaining: 200, quota_total: 100 };
  expect(validateInput(updateKey, values)).toMatchObject({ ok: true });
  expect(doubtsAbout(updateKey, values)).toMatchObject([
    { code: 'more_left_than_in_all', params: { left: 200, total: 100 }, repairs: [{ set: { quota_total: 200 } }] },
  ]);
  expect(doubtsAbout(updateKey, { key: 'k', quota_remaining: 100, quota_total: 100 })).toEqual([]);
  expect(doubtsAbout(updateKey, { key: 'k', quota_remaining: 200 })).toEqual([]);
});
