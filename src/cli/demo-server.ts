import { join } from 'node:path';
import { systemClock } from '../shared/clock';
import { DEFAULT_BASE_URLS, DEFAULT_DEMO_SETTINGS, type ProviderId } from '../shared/settings';
import type { Account } from './accounts';

export interface DemoServer {
  fetch(request: Request): Promise<Response>;
  account(provider: ProviderId): Account;
}

/** The mock, at once and without failures; its tasks outlive the call, as a server's do. Loaded only here. */
export async function openDemoServer(folder: string): Promise<DemoServer> {
  const [{ createMockProvider, DEMO_KEY }, { createFileMemory }] = await Promise.all([
    import('../../mocks/provider'),
    import('../../mocks/memory'),
  ]);
  const mock = createMockProvider({
    settings: () => ({ ...DEFAULT_DEMO_SETTINGS, speed: 0 }),
    clock: systemClock,
    resourcesDir: join(__dirname, '../../resources'),
    memory: createFileMemory(join(folder, 'server.json')),
  });
  return {
    fetch: mock.fetch,
    account: (provider) => ({
      profile: {
        ...{ id: `demo-${provider}`, name: 'Demo key', provider, role: 'user' },
        baseUrl: DEFAULT_BASE_URLS[provider],
      },
      secret: DEMO_KEY,
    }),
  };
}
