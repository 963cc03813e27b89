import { getResponse } from 'msw';
import type { Clock } from '../src/shared/clock';
import type { DemoSettings } from '../src/shared/settings';
import { readBody } from './body';
import type { Body } from './body';
import { drawDiagram } from './diagram/draw-diagram';
import { createTypeface } from './diagram/typeface';
import { crash, refuse } from './handlers/answers';
import { paperbananaHandlers } from './handlers/paperbanana';
import { createJobSimulator } from './job-simulator';
import { createKeyRing } from './key-ring';
import { LongText } from './long-text';
import type { Memory } from './memory';
import { createPictureStore } from './picture-store';
import { rasterizeHere } from './rasterize';
import type { Rasterize } from './rasterize';
import { loadState, saveState } from './server-state';

/** The key that demo mode's profile carries. Worth nothing anywhere else. */
export const DEMO_KEY = 'pb_demo00000000000000000000000000000';

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
  key?: string;
  /** Keeps the server's tasks over a restart of the program; without it they end with the process. */
  memory?: Memory;
  onExchange?: (exchange: MockExchange) => void;
}

export interface MockProvider {
  /** A fetch that never reaches a network. Throws as fetch does: on abort, and where a cut line is played. */
  fetch(request: Request): Promise<Response>;
  /** Start over: no tasks, full quota, the seed's first answers again. */
  reset(): Promise<void>;
  /** The server restarts: its tasks are forgotten, quota and seed go on. */
  restart(): Promise<void>;
  /** The key's state on the server: `known: false` is a deleted key. */
  configure(patch: { active?: boolean; known?: boolean }): void;
}

function forLog(body: Body): unknown {
  if (body.kind !== 'json') return null;
  return JSON.parse(
    JSON.stringify(body.value, (_name, item: unknown) => (item instanceof LongText ? `<${item.length}>` : item)) ??
      'null',
  ) as unknown;
}

/** The demo server: PaperBanana's documented (or observed) answers behind a fetch. */
export function createMockProvider(options: MockProviderOptions): MockProvider {
  const { settings, clock, memory, onExchange } = options;
  const rasterize = options.rasterize ?? rasterizeHere;
  const keys = createKeyRing(options.key ?? DEMO_KEY, settings);
  const jobs = createJobSimulator({ settings, clock });
  const typeface = createTypeface(options.resourcesDir);
  const pictures = createPictureStore(async (task) => {
    const { svg, width, description } = drawDiagram(task.drawing, await typeface());
    return { png: await rasterize(svg, width), description };
  });
  const bodies = new WeakMap<Request, Body>();
  const save = (): Promise<void> => saveState(memory, keys, jobs);
  if (memory) loadState(memory, keys, jobs);

  const handlers = paperbananaHandlers({
    settings,
    keys,
    jobs,
    bodyOf: (request) => bodies.get(request) ?? { kind: 'none' },
    pictureOf: pictures.pictureOf,
    prepare: (task) => void pictures.pictureOf(task).catch(() => undefined),
    save,
  });

  async function answer(request: Request, body: Body): Promise<Response> {
    // without its body: msw clones each request, and the body may hold a PDF of 80 MB
    const light = new Request(request.url, { method: request.method, headers: request.headers });
    bodies.set(light, body);
    try {
      return (await getResponse(handlers, light)) ?? refuse(404, 'Not Found');
    } catch (error) {
      if (error instanceof TypeError && error.message === 'fetch failed') throw error;
      return crash();
    }
  }

  return {
    async fetch(request) {
      request.signal.throwIfAborted();
      const body = await readBody(request.body, request.headers.get('content-type'));
      const seen = (status: number | null): void =>
        onExchange?.({
          method: request.method,
          path: new URL(request.url).pathname,
          headers: Object.fromEntries(request.headers),
          body: forLog(body),
          status,
        });
      try {
        const response = await answer(request, body);
        seen(response.status);
        request.signal.throwIfAborted();
        return response;
      } catch (error) {
        if (!request.signal.aborted) seen(null);
        throw error;
      }
    },
    async reset() {
      jobs.reset();
      keys.reset();
      pictures.clear();
      await save();
    },
    async restart() {
      jobs.restart();
      await save();
    },
    configure: (patch) => keys.configure(patch),
  };
}
