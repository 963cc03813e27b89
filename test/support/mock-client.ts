import { DEMO_CREDENTIALS } from '../../mocks/credentials';
import { DEFAULT_BASE_URLS, type ProviderId } from '../../src/shared/settings';
import type { createMockWorld } from './mock-world';

export interface MockAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Whatever JSON it is; undefined for none. */
  json: unknown;
}

export interface AskOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** In the place of the demo's key; null for none. */
  secret?: string | null;
  role?: 'user' | 'admin';
}

/** Asks one provider of a mock world, with the demo's key where its credential belongs. */
export function createMockClient({ mock }: ReturnType<typeof createMockWorld>, provider: ProviderId) {
  return async (line: string, options: AskOptions = {}): Promise<MockAnswer> => {
    const [method = '', path = ''] = line.split(' ');
    const url = new URL(/^https?:/.test(path) ? path : DEFAULT_BASE_URLS[provider] + path);
    const headers: Record<string, string> = { ...options.headers };
    const secret = options.secret === undefined ? DEMO_CREDENTIALS[provider][options.role ?? 'user'] : options.secret;
    if (secret !== null && provider === 'bananadev') url.searchParams.set('api_token', secret);
    if (secret !== null && provider !== 'bananadev') headers['authorization'] = `Bearer ${secret}`;
    const hasBody = options.body !== undefined;
    if (hasBody) headers['content-type'] = 'application/json';
    const body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
    const response = await mock.fetch(new Request(url, { method, headers, ...(hasBody && { body }) }));
    const text = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: response.status, headers: response.headers, text, json };
  };
}
