import { BadCall } from './bad-call';
import { parseCompose, type ComposeArguments } from './compose-arguments';
import { parseJobs, type JobsArguments } from './jobs-arguments';
import { readOptions } from './options';

export interface CallArguments {
  kind: 'call';
  endpoint: string;
  /** A file with a JSON object, or `-`. */
  input: string | undefined;
  /** Begins with the documented example. */
  example: boolean;
  /** In the order given. */
  set: { field: string; text: string }[];
  file: { field: string; path: string }[];
  baseUrl: string | undefined;
  demo: boolean;
  wait: boolean;
  out: string | undefined;
  json: boolean;
}

export interface ListenArguments {
  kind: 'listen';
  /** Undefined: the usual one. 0 picks a free one. */
  port: number | undefined;
  /** Name of the environment variable that holds the secret. */
  secretEnv: string | undefined;
  json: boolean;
}

export type Arguments =
  | { kind: 'help'; endpoint?: string }
  | { kind: 'version' }
  | { kind: 'endpoints'; json: boolean }
  | CallArguments
  | ComposeArguments
  | JobsArguments
  | ListenArguments;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  json: { type: 'boolean' },
  demo: { type: 'boolean' },
  wait: { type: 'boolean' },
  example: { type: 'boolean' },
  input: { type: 'string' },
  set: { type: 'string', multiple: true },
  file: { type: 'string', multiple: true },
  'base-url': { type: 'string' },
  out: { type: 'string' },
  port: { type: 'string' },
  'secret-env': { type: 'string' },
} as const;

/** What each command takes besides --help. */
const ALLOWED: Record<string, readonly string[]> = {
  endpoints: ['json'],
  webhooks: ['json', 'port', 'secret-env'],
  call: ['json', 'demo', 'wait', 'example', 'input', 'set', 'file', 'base-url', 'out'],
};

function assignments(option: string, texts: readonly string[]): { name: string; value: string }[] {
  return texts.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new BadCall('assignment', { option, text });
    return { name: text.slice(0, at).trim(), value: text.slice(at + 1) };
  });
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535)) throw new BadCall('port', { text });
  return port;
}

/** Reads what stands behind `plantain`. Throws BadCall. */
export function parseArguments(args: readonly string[]): Arguments {
  const asksForHelp = args.some((word) => word === '--help' || word === '-h');
  if (args[0] === 'compose' && !asksForHelp) return parseCompose(args.slice(1));
  if (args[0] === 'jobs') return asksForHelp ? { kind: 'help' } : parseJobs(args.slice(1));
  const { values, positionals } = readOptions(args, OPTIONS);
  const [command, endpoint, ...surplus] = positionals;
  if (values.help) return { kind: 'help', ...(command === 'call' && endpoint !== undefined && { endpoint }) };
  if (values.version) return { kind: 'version' };
  if (command === undefined) throw new BadCall('commandMissing');
  const allowed = Object.hasOwn(ALLOWED, command) ? ALLOWED[command] : undefined;
  if (!allowed) throw new BadCall('command', { command });
  const wrong = Object.keys(values).find((name) => !allowed.includes(name));
  if (wrong !== undefined) throw new BadCall('option', { option: `--${wrong}` });
  const extra = command === 'endpoints' ? endpoint : surplus[0];
  if (extra !== undefined) throw new BadCall('surplus', { argument: extra });
  if (command === 'endpoints') return { kind: 'endpoints', json: values.json === true };
  if (command === 'webhooks') {
    if (endpoint !== 'listen') throw new BadCall('webhooksListen');
    return {
      kind: 'listen',
      port: portOf(values.port),
      secretEnv: values['secret-env'],
      json: values.json === true,
    };
  }
  if (endpoint === undefined) throw new BadCall('endpointMissing');
  if (values.demo && values['base-url'] !== undefined) throw new BadCall('demoElsewhere');
  return {
    kind: 'call',
    endpoint,
    input: values.input,
    example: values.example === true,
    set: assignments('--set', values.set ?? []).map(({ name, value }) => ({ field: name, text: value })),
    file: assignments('--file', values.file ?? []).map(({ name, value }) => ({ field: name, path: value })),
    baseUrl: values['base-url'],
    demo: values.demo === true,
    wait: values.wait === true,
    out: values.out,
    json: values.json === true,
  };
}
