import { AppError, type AppErrorData, toAppErrorData } from '../shared/app-error';
import type { ConnectionStep } from '../shared/contract';
import type { Profile, ProviderId } from '../shared/settings';
import type { NetworkProbe } from './network-probe';
import { QUIRKS } from './providers/all-quirks';

type StepName = ConnectionStep['step'];

export interface ConnectionTestDeps {
  /** Undefined where there is no network to test: the demo. */
  network: NetworkProbe | undefined;
  call(endpoint: string, input: Record<string, unknown>): Promise<unknown>;
  /** A fresh UUID. */
  newId(): string;
}

/** A cheap question that only a good key gets past: that there is no such job is a good answer about a made-up one. */
const QUESTIONS: Record<ProviderId, (id: string, role: Profile['role']) => [string, Record<string, unknown>]> = {
  paperbanana: (id, role) =>
    role === 'admin' ? ['paperbanana.listKeys', {}] : ['paperbanana.task', { task_id: id.replaceAll('-', '') }],
  bananahub: (id) => ['bananahub.job', { job_id: id }],
  bananadev: () => ['bananadev.account', {}],
};

const NO_KEY: ReadonlySet<string> = new Set([
  'unauthorized',
  'key_disabled',
  'no_credential',
  'key_elsewhere',
  'key_unbound',
  'vault_unavailable',
]);
const NO_SERVER: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'connection_lost', 'gateway_page']);
const NO_UNITS: ReadonlySet<string> = new Set(['quota_exhausted', 'out_of_funds']);

const short = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);

/**
 * Tries an account part by part, in the order in which a request meets them, and says which fails. What lies behind a
 * part that failed is skipped.
 */
export async function testConnection(
  { baseUrl, provider, role }: Pick<Profile, 'baseUrl' | 'provider' | 'role'>,
  { network, call, newId }: ConnectionTestDeps,
): Promise<ConnectionStep[]> {
  const steps: ConnectionStep[] = [];
  const say = (step: StepName, state: ConnectionStep['state'], more: Partial<ConnectionStep> = {}): void => {
    steps.push({ step, state, ...more });
  };
  const failed = (): boolean => steps.some(({ state }) => state === 'failed');

  async function attempt(step: StepName, work: () => Promise<unknown>): Promise<void> {
    if (failed()) {
      say(step, 'skipped');
      return;
    }
    try {
      const detail = await work();
      say(step, 'ok', typeof detail === 'string' ? { detail } : {});
    } catch (error) {
      say(step, 'failed', { detail: short(error) });
    }
  }

  async function wires(probe: NetworkProbe): Promise<void> {
    const url = new URL(baseUrl);
    const proxy = await probe.proxyFor(baseUrl).catch(() => undefined);
    // behind a proxy the name is looked up, and the connection made, over there
    if (proxy === undefined) await attempt('dns', () => probe.resolve(url.hostname));
    else say('dns', 'skipped');
    if (proxy === undefined) say('proxy', 'skipped');
    else await attempt('proxy', async () => probe.connect(proxyAddress(proxy), 'reach').then(() => proxy));
    if (proxy === undefined) await attempt('reach', () => probe.connect(url, 'reach'));
    else say('reach', 'skipped');
    if (proxy === undefined && url.protocol === 'https:') await attempt('tls', () => probe.connect(url, 'tls'));
    else say('tls', 'skipped');
  }

  /** What the server's answer to the question says of key and quota. */
  function judge(thrown: AppError | undefined): void {
    const error: AppErrorData | undefined = thrown && toAppErrorData(thrown);
    const code = error?.code ?? '';
    const why = error && { error, ...(error.detail !== undefined && { detail: error.detail }) };
    // the service looked for the job, so it has taken the key; any other 404 proves nothing
    const good = thrown === undefined || (role === 'user' && QUIRKS[provider].saysUnknown(thrown));
    if (NO_SERVER.has(code)) {
      // a certificate that the system does not trust shows in the request only
      const broken = /CERT|SSL|certificate/i.test(error?.detail ?? '') ? 'tls' : 'reach';
      const step = steps.find((one) => one.step === broken);
      if (step) Object.assign(step, { state: 'failed', ...why });
      say('auth', 'skipped');
    } else if (good || NO_UNITS.has(code)) say('auth', 'ok');
    else if (NO_KEY.has(code) || code === 'forbidden_by_server') say('auth', 'failed', why);
    else say('auth', 'unknown', why);
    if (NO_UNITS.has(code)) say('quota', 'failed', why);
    // none of the three tells what is left to whoever asks with the key itself
    else say('quota', failed() ? 'skipped' : 'unknown');
  }

  if (network) await wires(network);
  else for (const step of ['dns', 'proxy', 'reach', 'tls'] as const) say(step, 'skipped');
  if (failed()) {
    say('auth', 'skipped');
    say('quota', 'skipped');
    return steps;
  }
  const [endpoint, input] = QUESTIONS[provider](newId(), role);
  try {
    await call(endpoint, input);
    judge(undefined);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    judge(error);
  }
  return steps;
}

/** `PROXY host:port`, `HTTPS host:port`, `SOCKS5 host:port` as an address to connect to. */
function proxyAddress(proxy: string): URL {
  return new URL(`http://${proxy.split(/\s+/)[1] ?? ''}`);
}
