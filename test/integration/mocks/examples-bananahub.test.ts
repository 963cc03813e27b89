import { expect, it } from 'vitest';
import { DEMO_CREDENTIALS } from '../../../mocks/credentials';
import { documented, fresh } from '../../support/documented';
import { createMockWorld } from '../../support/mock-world';

/** The quickstart's two requests, and the answers written beside them. */

const BASE = 'https://bananahub.io/api/v1';
const authorization = `Bearer ${DEMO_CREDENTIALS.bananahub.user}`;

it('creates the documented generation', async () => {
  const { mock } = createMockWorld();
  const response = await mock.fetch(
    new Request(`${BASE}/text-generations`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        prompt: 'a red panda astronaut floating in a nebula',
        aspect_ratio: '16:9',
        resolution: '2K',
      }),
    }),
  );
  expect(response.status).toBe(202);
  const answer = (await response.json()) as { job_id: string };
  expect(answer).toEqual({
    job_id: fresh(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    status: 'queued',
    status_url: `/api/v1/jobs/${answer.job_id}`,
  });
});

it('answers for the documented job', async () => {
  const { mock } = createMockWorld();
  const id = '0193a7f2-1c4a-7e0b-9b3a-2f1d8c6e4a55';
  const response = await mock.fetch(new Request(`${BASE}/jobs/${id}`, { headers: { authorization } }));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(
    documented({
      job_id: id,
      status: 'done',
      created_at: '2026-06-11T12:00:00Z',
      started_at: '2026-06-11T12:00:01Z',
      finished_at: '2026-06-11T12:00:09Z',
      result: { image_url: 'https://cdn.bananahub.io/results/...?...X-Amz-Signature=...' },
      error: null,
    }),
  );
});
