import { mapNetworkError } from './http/map-network-error';
import type { Fetch } from './http/open-answer';
import { type HttpProxy, parseHttpProxy } from './proxy-tunnel';
import { sendOnce } from './send-once';

export interface SingleSendOptions {
  /** For what cannot go the single way: Chromium knows the system's proxies and certificates. */
  chromium: Fetch;
  /** The system's proxy for an address, as `PROXY host:port`; undefined where the way is direct. */
  proxyFor(url: string): Promise<string | undefined>;
  /** As Chromium would name itself: servers tell programs apart by it. */
  userAgent(): string;
}

/** Larger bodies are streamed by Chromium, which also hears a server that answers before it has read the whole. */
const LARGEST_BODY = 8_000_000;

/** The request once more, for the other way: the body of the first has been read. */
function again(request: Request, body: ArrayBuffer): Request {
  const { url, method, headers, signal } = request;
  const init = { method, headers, signal, redirect: 'manual' as const, credentials: 'omit' as const };
  return new Request(url, body.byteLength > 0 ? { ...init, body } : init);
}

/**
 * The fetch of live mode. What only reads goes through Chromium. A request that changes something leaves once: Chromium
 * repeats it by itself where the answer is 421, and can't be told not to (docs/decisions/0013). So it goes through
 * Node, over a connection of its own, directly or by a plain proxy. Where that finds no connection that it trusts,
 * which proves that nothing has left, Chromium takes over with the system's certificates, proxies and name lookup.
 */
export function createSingleSend({ chromium, proxyFor, userAgent }: SingleSendOptions): Fetch {
  /** Null where only Chromium knows the way. */
  async function wayTo(url: string): Promise<{ proxy: HttpProxy | undefined } | null> {
    const text = await proxyFor(url).catch(() => '');
    if (text === undefined) return { proxy: undefined };
    const proxy = parseHttpProxy(text);
    return proxy ? { proxy } : null;
  }

  return async function fetch(request) {
    const length = request.body ? Number(request.headers.get('content-length') ?? Infinity) : 0;
    if (request.method === 'GET' || length > LARGEST_BODY) return chromium(request);
    const way = await wayTo(request.url);
    if (!way) return chromium(request);
    const body = await request.arrayBuffer();
    request.signal.throwIfAborted();
    try {
      return await sendOnce(request, body, { proxy: way.proxy, userAgent: userAgent() });
    } catch (error) {
      if (request.signal.aborted || mapNetworkError(error).kind !== 'never_sent') throw error;
    }
    return chromium(again(request, body));
  };
}
