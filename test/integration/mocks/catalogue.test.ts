import { expect, it } from 'vitest';
import { ENDPOINTS, requireEndpoint } from '../../../src/shared/endpoints';
import { DEFAULT_BASE_URLS } from '../../../src/shared/settings';
import { askMock } from '../../support/ask-mock';
import { createMockWorld } from '../../support/mock-world';

const LOOPBACK = {
  paperbanana: 'http://127.0.0.1:8087',
  bananahub: 'http://127.0.0.1:8087/bananahub/api/v1',
  bananadev: 'http://127.0.0.1:8087/bananadev',
};

it.each(ENDPOINTS.flatMap(({ id }) => [DEFAULT_BASE_URLS, LOOPBACK].map((bases) => [id, bases] as const)))(
  'answers the example of %s as the catalogue says, at %j',
  async (id, bases) => {
    const endpoint = requireEndpoint(id);
    const world = createMockWorld({ speed: 0 });
    const response = await askMock(world.mock, endpoint, endpoint.example, bases[endpoint.provider]);
    const { answer, job } = endpoint;
    expect(response.status).toBe(answer.status);
    if (answer.kind === 'binary')
      expect(answer.mediaTypes).toContain(response.headers.get('content-type')?.split(';')[0]);
    if (answer.kind === 'empty') expect(await response.text()).toBe('');
    if (answer.kind !== 'json') return;
    const json: unknown = await response.json();
    expect(answer.schema.safeParse(json).error).toBeUndefined();
    if (!job) return;
    const remoteId = job.remoteId(json) ?? '';
    const poll = requireEndpoint(job.pollEndpoint);
    const polled = await askMock(world.mock, poll, job.pollInput(remoteId, endpoint.example), bases[endpoint.provider]);
    expect(job.read(await polled.json(), remoteId)).toMatchObject({ state: 'completed' });
  },
);
