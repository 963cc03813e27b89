import Module, { createRequire } from 'node:module';

export type Sharp = typeof import('sharp').default;

/** sharp's two builds. Inside Electron on Linux only WebAssembly runs; elsewhere native is two to four times as fast. */
export type Engine = 'native' | 'wasm';

let chosen: Engine | undefined;
let loaded: Sharp | undefined;

/** Decides for the whole process, before the first picture: two builds of sharp in one process are not to be had. */
export function chooseEngine(engine: Engine): void {
  if (loaded && engine !== engineInUse()) throw new Error(`sharp is already loaded as ${engineInUse()}`);
  chosen = engine;
}

function engineInUse(): Engine {
  return chosen ?? (process.platform === 'linux' && process.versions['electron'] !== undefined ? 'wasm' : 'native');
}

/** sharp, loaded once and late: it costs up to half a second. */
export async function loadSharp(): Promise<Sharp> {
  if (loaded) return loaded;
  if (engineInUse() === 'wasm') hideNativeSharp();
  // required, not imported: an import would load sharp's ES module, whose search for its build nothing can steer
  const sharp = createRequire(__filename)('sharp') as Sharp;
  // its cache of operations would keep whole decoded pictures beside our own cache
  sharp.cache(false);
  loaded = sharp;
  return sharp;
}

/**
 * Inside Electron on Linux sharp's native build crashes the process (two glibs in one address space:
 * lovell/sharp#4522). sharp falls back to its WebAssembly build only where the native one cannot be found and
 * has no switch for it, so for this process the native packages cannot be found.
 */
function hideNativeSharp(): void {
  const resolver = Module as unknown as { _resolveFilename(request: string, ...rest: unknown[]): string };
  const resolve = resolver._resolveFilename.bind(Module);
  resolver._resolveFilename = (request, ...rest) => {
    if (/^@img\/sharp-(?:linux|linuxmusl|darwin|win32)-/.test(request)) {
      throw Object.assign(new Error(`${request} is not used in this process`), { code: 'MODULE_NOT_FOUND' });
    }
    return resolve(request, ...rest);
  };
}
