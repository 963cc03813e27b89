import { expect, it } from 'vitest';
import { paperbananaHeaders, sampleHubPayload, samplePayload } from '../../../../src/main/webhooks/sample-payload';
import { signBody } from '../../../../src/main/webhooks/signature';

it('makes the payload as the service does', () => {
  const sample = {
    taskId: 'a1',
    textOnly: true,
    image: null,
    baseUrl: 'https://api.paperbanana.me',
    now: 1_771_151_485_000,
  };
  const { event, body } = samplePayload({ ...sample, outcome: 'completed' });
  expect(event).toBe('task.completed');
  expect(new TextDecoder().decode(body)).toMatch(
    /^\{"event": "task\.completed", "task_id": "a1", "status": "completed", "diagram_type": "prompt_optimization", .*"image_url": null, .*"completed_at": "2026-02-15T10:31:25\+00:00"\}$/,
  );
});

it('signs the very bytes, and nothing where there is no secret', () => {
  const body = new TextEncoder().encode('{"a": 1}');
  expect(paperbananaHeaders('task.failed', body, 'whsec')).toMatchObject({
    'x-paperbanana-event': 'task.failed',
    'x-paperbanana-signature': signBody(body, 'whsec'),
  });
  expect(paperbananaHeaders('task.failed', body, null)).not.toHaveProperty('x-paperbanana-signature');
});

it('makes a job of BananaHub as it answers a poll', () => {
  const sample = {
    taskId: 'j1',
    textOnly: false,
    image: null,
    baseUrl: 'https://bananahub.io',
    now: 1_771_151_485_000,
  };
  const { body } = sampleHubPayload({ ...sample, outcome: 'failed' });
  expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject({ job_id: 'j1', status: 'failed', result: null });
});
