import type { Clock } from '../../src/shared/clock';
import type { DemoSettings, FailureRule } from '../../src/shared/settings';
import { storeError } from '../bananahub/store-error';
import { cutLine, refuse } from '../handlers/answers';
import type { Place } from '../place';
import { oneIn } from '../random';
import { abortable, pause } from '../wait';
import { endpointAt, STORE } from './endpoint-at';
import { errorAnswer, htmlPage } from './error-answers';

const USUAL_SECONDS = { latency: 3, drip: 6 };
/** Pieces of a body that drips. */
const DROPS = 12;

/** The half of a JSON text that comes before the line is lost. */
async function broken(response: Response): Promise<Response> {
  const text = response.headers.get('content-type')?.includes('json') ? await response.text() : '{"detail": "unfini';
  const half = text.slice(0, Math.max(1, Math.ceil(text.length / 2)));
  return new Response(half, { status: response.status, headers: { 'content-type': 'application/json' } });
}

async function dripping(response: Response, seconds: number, clock: Clock): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytes.byteLength / DROPS));
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at > 0) await pause(clock, (seconds * 1000) / DROPS);
      if (at < bytes.byteLength) controller.enqueue(bytes.subarray(at, at + size));
      at += size;
      if (at >= bytes.byteLength) controller.close();
    },
  });
  const headers = new Headers(response.headers);
  headers.set('content-length', String(bytes.byteLength));
  return new Response(bytes.byteLength === 0 ? null : body, { status: response.status, headers });
}

/** Only what hands out pictures can say that one is gone. */
const handsOutImages = (id: string | undefined): boolean => id === STORE || id === 'paperbanana.taskImage';

/** Plays the rules of the controls around a server's own answers. Chance comes from the seed and the order of requests. */
export function createFailures({ settings, clock }: { settings: () => DemoSettings; clock: Clock }) {
  const counts = new Map<string, number>();

  /** The rules that hit this request; all that fit are counted on. */
  function due(id: string | undefined): FailureRule[] {
    const { rules, seed } = settings();
    return rules.filter((rule, index) => {
      if (rule.endpoint !== '*' && rule.endpoint !== id) return false;
      if (rule.kind === 'expired' && !handsOutImages(id)) return false;
      const name = `rule ${index} ${rule.endpoint} ${rule.kind}`;
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return oneIn(rule.oneIn, count, seed, name);
    });
  }

  return {
    async play(
      { method, signal }: Pick<Request, 'method' | 'signal'>,
      place: Place,
      answer: () => Promise<Response>,
    ): Promise<Response> {
      const id = endpointAt(method, place);
      const hits = due(id);
      const hit = (kind: FailureRule['kind']): FailureRule | undefined => hits.find((rule) => rule.kind === kind);
      const latency = hit('latency');
      if (latency) await abortable(pause(clock, (latency.seconds ?? USUAL_SECONDS.latency) * 1000), signal);
      if (hit('cut_before')) throw cutLine();
      if (hit('hang')) await abortable(new Promise<never>(() => undefined), signal);
      if (hit('html')) return htmlPage(521);
      if (hit('expired')) return id === STORE ? storeError('Expired') : refuse(404, 'Image not available yet');
      const status = hit('status');
      if (status) return errorAnswer(status, place, id ?? '', settings());
      const response = await answer();
      if (hit('cut_after')) throw cutLine();
      if (hit('malformed')) return broken(response);
      const drip = hit('drip');
      return drip ? dripping(response, drip.seconds ?? USUAL_SECONDS.drip, clock) : response;
    },
    reset(): void {
      counts.clear();
    },
  };
}
