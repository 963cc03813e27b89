import { join } from 'node:path';
import { systemClock } from '../shared/clock';
import type { Endpoint } from '../shared/endpoints/endpoint';
import { roleOf } from '../shared/key-variables';
import { DEFAULT_BASE_URLS, DEFAULT_DEMO_SETTINGS } from '../shared/settings';
import type { Account } from './accounts';

export interface DemoServer {
  fetch(request: Request): Promise<Response>;
  account(endpoint: Endpoint): Account;
}

/** The mock, at once and without failures; its tasks outlive the call, as a server's do. Loaded only here. */
export async function openDemoServer(folder: string): Promise<DemoServer> {
  const [{ createMockProvider }, { createFileMemory }, { DEMO_CREDENTIALS }] = await Promise.all([
    import('../../mocks/provider'),
    import('../../mocks/memory'),
    import('../../mocks/credentials'),
  ]);
  const mock = createMockProvider({
    settings: () => ({ ...DEFAULT_DEMO_SETTINGS, speed: 0 }),
    clock: systemClock,
    resourcesDir: join(__dirname, '../../resources'),
    memory: createFileMemory(join(folder, 'server.json')),
    // a script that deletes the example's key finds it again the next time
    restoreExamples: true,
  });
  return {
    fetch: mock.fetch,
    account(endpoint) {
      const { provider, credential } = endpoint;
      const role = roleOf(credential);
      const id = role === 'admin' ? `demo-${provider}-admin` : `demo-${provider}`;
      return {
        profile: { id, name: 'Demo key', provider, role, baseUrl: DEFAULT_BASE_URLS[provider] },
        secret: DEMO_CREDENTIALS[provider][role],
      };
    },
  };
}
