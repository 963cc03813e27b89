import { resolve } from 'node:path';
import type { Memory } from '../../mocks/memory';
import { DEMO_CREDENTIALS } from '../../mocks/credentials';
import { createMockProvider } from '../../mocks/provider';
import type { MockExchange } from '../../mocks/provider';
import type { Rasterize } from '../../mocks/rasterize';
import type { DemoSettings } from '../../src/shared/settings';
import { DEFAULT_DEMO_SETTINGS } from '../../src/shared/settings';
import { createFakeClock } from './fake-clock';

export const RESOURCES = resolve(__dirname, '../../resources');
const BASE = 'https://api.paperbanana.me';
export const DEMO_HEADERS = { authorization: `Bearer ${DEMO_CREDENTIALS.paperbanana.user}` };

/** A PNG signature and the SVG behind it: as telling as the picture, and drawn in no time. */
export const fakeRasterize: Rasterize = (svg) =>
  Promise.resolve(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(svg)]));

type DemoPatch = Partial<Omit<DemoSettings, 'failures'>> & { failures?: Partial<DemoSettings['failures']> };

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

/** The mock server with a clock to be moved by hand. Speed 1 unless told; `set` changes the controls at once. */
export function createMockWorld(options: DemoPatch & { memory?: Memory; rasterize?: Rasterize } = {}) {
  const { memory, rasterize = fakeRasterize, ...patch } = options;
  let settings: DemoSettings = { ...DEFAULT_DEMO_SETTINGS, speed: 1 };
  const set = ({ failures, ...rest }: DemoPatch): void => {
    settings = { ...settings, ...rest, failures: { ...settings.failures, ...failures } };
  };
  set(patch);
  const clock = createFakeClock();
  const exchanges: MockExchange[] = [];
  const mock = createMockProvider({
    settings: () => settings,
    clock,
    resourcesDir: RESOURCES,
    rasterize,
    ...(memory && { memory }),
    onExchange: (exchange) => exchanges.push(exchange),
  });

  async function ask(
    method: string,
    path: string,
    init: { body?: string | Buffer; headers?: Record<string, string> },
  ): Promise<Answer> {
    const headers = { ...DEMO_HEADERS, ...init.headers };
    const bytes = typeof init.body === 'string' ? Buffer.from(init.body) : init.body;
    const body = bytes && { body: new Uint8Array(bytes) };
    const response = await mock.fetch(new Request(BASE + path, { method, headers, ...body }));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as Answer['json']) : {},
    };
  }

  const json = { 'content-type': 'application/json' };
  return {
    mock,
    clock,
    set,
    exchanges,
    ask,
    get: (path: string, headers: Record<string, string> = {}) => ask('GET', path, { headers }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask('POST', path, { body: JSON.stringify(body), headers: { ...json, ...headers } }),
    postRaw: (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
      ask('POST', path, { body, headers: { ...json, ...headers } }),
  };
}

type MockWorld = ReturnType<typeof createMockWorld>;

/** Submits and lets the job end. */
export async function finishJob(world: MockWorld, body: Record<string, unknown>): Promise<string> {
  const accepted = await world.post('/api/generate', body);
  const id = String(accepted.json['task_id']);
  await world.clock.advance(121_000);
  return id;
}
