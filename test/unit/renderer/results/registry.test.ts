import { expect, it } from 'vitest';
import { taskAdoption, runAdoption } from '../../../../src/renderer/results/adopt/adoption';
import { runOf } from '../../../../src/renderer/results/outputs/outputs-of';
import { withoutSecrets } from '../../../../src/renderer/results/without-secrets';
import { ENDPOINTS, findEndpoint } from '../../../../src/shared/endpoints';
import type { ResultView } from '../../../../src/shared/endpoints/endpoint';

/** What a finished job is shown in; the others are views of plain answers. */
const JOB_VIEWS: readonly ResultView[] = ['picture', 'prompt', 'plot', 'outputs'];

it('shows every job in a view that is made for jobs', () => {
  const wrong = ENDPOINTS.filter(({ job, view }) => job !== undefined && !JOB_VIEWS.includes(view));
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('shows no plain answer in a view that only knows jobs', () => {
  const onlyJobs: readonly ResultView[] = ['picture', 'prompt', 'plot'];
  const wrong = ENDPOINTS.filter(({ job, view }) => job === undefined && onlyJobs.includes(view));
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('takes up every kind of task as a job of its own kind', () => {
  for (const kind of ['methodology', 'statistical_plot', 'prompt_optimization', 'composite', 'never heard of', null])
    expect(findEndpoint(taskAdoption('t1', kind).endpoint)?.job, String(kind)).toBeDefined();
  expect(taskAdoption('t1', 'statistical_plot').endpoint).toBe('paperbanana.plot');
});

it('cannot follow a run without the key of its model', () => {
  expect(runAdoption('run_1', undefined)).toBeUndefined();
  expect(runAdoption('run_1', 'sdxl')).toMatchObject({ remoteId: 'run_1', input: { modelKey: 'sdxl' } });
});

it('reads a run: state, outputs, and how many pictures are in them', () => {
  const answer = {
    data: { id: 'run_1', message: 'done', api: { finished: true, modelOutputs: [{ url: 'https://x.test/a.png' }] } },
  };
  expect(runOf(answer)).toMatchObject({ id: 'run_1', state: 'finished', pictures: 1 });
  expect(runOf({ data: { message: 'CUDA error', api: { finished: true } } })).toMatchObject({ state: 'failed' });
  expect(runOf({ nothing: true })).toBeUndefined();
});

it('shows masks for handles of secrets, and no environment', () => {
  const answer = {
    key: { $secret: 'h', hint: 'pb_••••a41f' },
    data: [{ environment: { API_KEY: 'x' }, status: 'ok' }],
  };
  expect(withoutSecrets(answer)).toEqual({ key: 'pb_••••a41f', data: [{ status: 'ok' }] });
});
