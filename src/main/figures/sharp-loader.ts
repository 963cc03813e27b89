import Module from 'node:module';

type Sharp = typeof import('sharp').default;

let loading: Promise<Sharp> | undefined;

/** sharp, loaded once and late: it costs up to half a second. */
export function loadSharp(): Promise<Sharp> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Sharp> {
  if (process.platform === 'linux' && process.versions['electron'] !== undefined) hideNativeSharp();
  return (await import('sharp')).default;
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
    if (/^@img\/sharp-(?:linux|linuxmusl)-/.test(request)) {
      throw Object.assign(new Error(`${request} is not used inside Electron`), { code: 'MODULE_NOT_FOUND' });
    }
    return resolve(request, ...rest);
  };
}
