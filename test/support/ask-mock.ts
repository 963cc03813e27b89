import { DEMO_CREDENTIALS } from '../../mocks/credentials';
import type { MockProvider } from '../../mocks/provider';
import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import { DEFAULT_BASE_URLS } from '../../src/shared/settings';
import { buildRequest } from '../../src/shared/wire-request';

/** Sends an endpoint's input to the mock as the program would. */
export async function askMock(
  mock: Pick<MockProvider, 'fetch'>,
  endpoint: Endpoint,
  input: Record<string, unknown>,
  baseUrl: string = DEFAULT_BASE_URLS[endpoint.provider],
): Promise<Response> {
  const { method, url, body } = buildRequest(endpoint, input, baseUrl);
  const address = new URL(url);
  const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
  const { credential, provider } = endpoint;
  if (credential.kind === 'query') address.searchParams.set(credential.parameter, DEMO_CREDENTIALS[provider].user);
  if (credential.kind === 'bearer') headers['authorization'] = `Bearer ${DEMO_CREDENTIALS[provider][credential.role]}`;
  return mock.fetch(new Request(address, { method, headers, ...(body && { body: JSON.stringify(body) }) }));
}
