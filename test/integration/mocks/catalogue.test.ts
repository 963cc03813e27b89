import { expect, it } from 'vitest';
import { DEMO_CREDENTIALS } from '../../../mocks/credentials';
import { ENDPOINTS, requireEndpoint } from '../../../src/shared/endpoints';
import type { Endpoint } from '../../../src/shared/endpoints/endpoint';
import { DEFAULT_BASE_URLS } from '../../../src/shared/settings';
import { buildRequest } from '../../../src/shared/wire-request';
import { createMockWorld } from '../../support/mock-world';

/** Sends an endpoint's example as the program would, to any base address. */
async function send(
  world: ReturnType<typeof createMockWorld>,
  endpoint: Endpoint,
  input: Record<string, unknown>,
  baseUrl: string,
): Promise<Response> {
  const { method, url, body } = buildRequest(endpoint, input, baseUrl);
  const address = new URL(url);
  const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
  const { credential, provider } = endpoint;
  if (credential.kind === 'query') address.searchParams.set(credential.parameter, DEMO_CREDENTIALS[provider].user);
  if (credential.kind === 'bearer') headers['authorization'] = `Bearer ${DEMO_CREDENTIALS[provider][credential.role]}`;
  return world.mock.fetch(new Request(address, { method, headers, ...(body && { body: JSON.stringify(body) }) }));
}

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
    const response = await send(world, endpoint, endpoint.example, bases[endpoint.provider]);
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
    const polled = await send(world, poll, job.pollInput(remoteId, endpoint.example), bases[endpoint.provider]);
    expect(job.read(await polled.json(), remoteId)).toMatchObject({ state: 'completed' });
  },
);
