import { expect, it } from 'vitest';
import { previewRequest } from '../../src/renderer/create/request';
import { requireEndpoint } from '../../src/shared/endpoints';
import { validateInput } from '../../src/shared/endpoints/endpoint';
import { buildRequest } from '../../src/shared/wire-request';
import { plantain } from '../support/cli';
import { createJobWorld } from '../support/job-world';

const base = 'https://api.paperbanana.me';
const FIELDS = [
  ['paperbanana.task', 'task_id'],
  ['paperbanana.taskImage', 'task_id'],
  ['paperbanana.getKey', 'key'],
  ['paperbanana.updateKey', 'key'],
  ['paperbanana.deleteKey', 'key'],
  ['paperbanana.adminHistoryItem', 'task_id'],
  ['bananahub.job', 'job_id'],
  ['bananadev.getModel', 'model_key'],
] as const;

for (const [id, field] of FIELDS)
  it.each(['.', '..', ' .. '])(`${id} refuses %j as its ${field}: the address would be another one`, (value) => {
    const endpoint = requireEndpoint(id);
    const issues = [{ field, code: 'dots_only' }];
    expect(validateInput(endpoint, { [field]: value })).toMatchObject({ ok: false, issues });
    expect(() => buildRequest(endpoint, { [field]: value }, base)).toThrow(
      expect.objectContaining({ code: 'invalid_input', data: expect.objectContaining({ issues }) as unknown }),
    );
  });

it.each([
  ['...', '...'],
  ['.a', '.a'],
  ['%2e%2e', '%252e%252e'],
  ['..\\..', '..%5C..'],
])('sends %j in its place', (value, sent) => {
  expect(buildRequest(requireEndpoint('paperbanana.task'), { task_id: value }, base).url).toBe(
    `${base}/api/tasks/${sent}`,
  );
});

it('shows the place still open while such a value stands in the form', () => {
  const { url } = previewRequest(requireEndpoint('paperbanana.task'), { task_id: '..' }, base);
  expect(url).toBe(`${base}/api/tasks/%7Btask_id%7D`);
});

it('says on the command line why it does not send it', async () => {
  const { status, err } = await plantain(['call', 'paperbanana.deleteKey', '--demo', '--set', 'key=..']);
  expect(status).toBe(2);
  expect(err).toContain('mean folders in an address');
});

it('takes it for no task id that somebody enters later', async () => {
  const { jobs } = createJobWorld();
  const profile = { id: 'p1', name: 'Lab', baseUrl: base };
  expect(() => jobs.adopt('paperbanana.generate', '..', profile)).toThrow(
    expect.objectContaining({ code: 'invalid_input' }),
  );
});
