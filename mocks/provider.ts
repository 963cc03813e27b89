import { getResponse } from 'msw';
import type { HttpHandler } from 'msw';
import type { Clock } from '../src/shared/clock';
import type { DemoSettings } from '../src/shared/settings';
import { createBananadev } from './bananadev/bananadev';
import { createBananahub } from './bananahub/bananahub';
import { readBody } from './body';
import type { Body } from './body';
import { DEMO_CREDENTIALS } from './credentials';
import { createTypeface } from './diagram/typeface';
import { createCourier } from './courier';
import { createFailures } from './failures/play';
import { crash } from './handlers/answers';
import type { Ground } from './handlers/context';
import { LongText } from './long-text';
import type { Memory } from './memory';
import { mendedAddress } from './mended-address';
import { createPaperbanana } from './paperbanana';
import { placeOf } from './place';
import type { Place } from './place';
import { rasterizeHere } from './rasterize';
import type { Rasterize } from './rasterize';
import { loadState, saveState } from './server-state';
import { abortable } from './wait';

/** One request as the mock saw it. Long strings of the body stand as their length. */
export interface MockExchange {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
  /** Null where the line was cut. */
  status: number | null;
}

export interface MockProviderOptions {
  /** Read anew at every request, so a control moved in the window works at once. */
  settings: () => DemoSettings;
  clock: Clock;
  /** The folder that holds `fonts/`. */
  resourcesDir: string;
  rasterize?: Rasterize;
  /** PaperBanana's key, where it is not the demo's. */
  key?: string;
  /** Keeps the servers' state over a restart of the program; without it that ends with the process. */
  memory?: Memory;
  /** Posts a webhook; left out, none is sent. Asked for addresses of this computer only. */
  deliver?: (request: Request) => Promise<Response>;
  /** What the documentation's examples ask about is there again at every opening, and so are the units to ask with. */
  restoreExamples?: boolean;
  onExchange?: (exchange: MockExchange) => void;
}

export interface MockProvider {
  /** A fetch that never reaches a network. Throws as fetch does: on abort, and where a cut line is played. */
  fetch(request: Request): Promise<Response>;
  /** Start over: the seeds alone, full quota, the seed's first answers again. */
  reset(): Promise<void>;
  /** PaperBanana's server restarts: its tasks are forgotten, quota and seed go on. */
  restart(): Promise<void>;
  /** The demo key's state on PaperBanana's server: `known: false` is a deleted key. */
  configure(patch: { active?: boolean; known?: boolean }): void;
}

function forLog(body: Body): unknown {
  if (body.kind !== 'json') return null;
  return JSON.parse(
    JSON.stringify(body.value, (_name, item: unknown) => (item instanceof LongText ? `<${item.length}>` : item)) ??
      'null',
  ) as unknown;
}

/** The demo servers: all three providers' documented (or observed) answers behind one fetch. */
export function createMockProvider(options: MockProviderOptions): MockProvider {
  const { settings, clock, memory, onExchange } = options;
  const rasterize = options.rasterize ?? rasterizeHere;
  const bodies = new WeakMap<Request, Body>();
  const ground: Ground = {
    settings,
    clock,
    bodyOf: (request) => bodies.get(request) ?? { kind: 'none' },
    placeOf: (request) => placeOf(request.url),
    save: () => saveState(memory, parts),
    courier: createCourier({ deliver: options.deliver, clock, settings }),
  };
  const key = options.key ?? DEMO_CREDENTIALS.paperbanana.user;
  const paperbanana = createPaperbanana(ground, { key, rasterize, typeface: createTypeface(options.resourcesDir) });
  const bananahub = createBananahub(ground, rasterize);
  const bananadev = createBananadev(ground, rasterize);
  const parts = { paperbanana, bananahub, bananadev };
  const handlers: Record<Place['server'], HttpHandler[]> = {
    paperbanana: paperbanana.handlers,
    bananahub: bananahub.handlers,
    bananadev: bananadev.handlers,
    cdn: bananahub.store,
  };
  const failures = createFailures({ settings, clock });
  if (memory) loadState(memory, parts);
  if (options.restoreExamples) for (const part of Object.values(parts)) part.restoreExamples();

  async function answer(request: Request, body: Body, { server }: Place): Promise<Response> {
    // without its body: msw clones each request, and the body may hold a PDF of 80 MB
    const light = new Request(mendedAddress(request.url), { method: request.method, headers: request.headers });
    bodies.set(light, body);
    try {
      return (await getResponse(handlers[server], light)) ?? crash();
    } catch (error) {
      if (error instanceof TypeError && error.message === 'fetch failed') throw error;
      return crash();
    }
  }

  return {
    async fetch(request) {
      request.signal.throwIfAborted();
      const body = await readBody(request.body, request.headers.get('content-type'));
      const place = placeOf(request.url);
      const seen = (status: number | null): void =>
        onExchange?.({
          method: request.method,
          path: new URL(request.url).pathname,
          headers: Object.fromEntries(request.headers),
          body: forLog(body),
          status,
        });
      try {
        // who gives up waiting does not stop the server
        const answered = failures.play(request, place, () => answer(request, body, place));
        const response = await abortable(answered, request.signal);
        seen(response.status);
        return response;
      } catch (error) {
        if (!request.signal.aborted) seen(null);
        throw error;
      }
    },
    async reset() {
      ground.courier.forget();
      for (const part of Object.values(parts)) part.reset();
      failures.reset();
      await ground.save();
    },
    async restart() {
      ground.courier.forget();
      for (const part of Object.values(parts)) part.restart();
      await ground.save();
    },
    configure: paperbanana.configure,
  };
}
