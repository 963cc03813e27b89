import { parseArgs } from 'node:util';
import { DEFAULT_DEMO_SETTINGS, demoSettingsSchema } from '../src/shared/settings';
import type { DemoSettings } from '../src/shared/settings';

const USUAL_PORT = 8087;

export const USAGE = `npm run mock -- [--port N] [--seed N] [--speed 0|1|10|60] [--behaviour documented|observed] [--json]
Answers as all three providers do, on 127.0.0.1, until it is interrupted. Port 0 picks a free one; ${USUAL_PORT} is the usual.
`;

export interface ServeOptions {
  port: number;
  settings: DemoSettings;
  json: boolean;
}

const OPTIONS = {
  port: { type: 'string' },
  seed: { type: 'string' },
  speed: { type: 'string' },
  behaviour: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The call is wrong; the message says how, in a sentence. */
export class BadServeOptions extends Error {}

function read(args: readonly string[]) {
  // not strict: its own objections are nothing to read
  const { tokens, values, positionals } = parseArgs({
    ...{ args: [...args], options: OPTIONS, strict: false, allowPositionals: true, tokens: true },
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name)) throw new BadServeOptions(`There is no option ${token.rawName}.`);
    const takes = OPTIONS[token.name as keyof typeof OPTIONS].type === 'string';
    if (takes && token.value === undefined) throw new BadServeOptions(`${token.rawName} needs a value.`);
    if (!takes && token.value !== undefined) throw new BadServeOptions(`${token.rawName} takes no value.`);
  }
  const [surplus] = positionals;
  if (surplus !== undefined) throw new BadServeOptions(`“${surplus}” is one argument too many.`);
  return values as { port?: string; seed?: string; speed?: string; behaviour?: string; json?: true; help?: true };
}

/** What each of the settings takes, in words. */
const TAKES: Readonly<Record<string, string>> = {
  port: 'a number from 0 to 65535',
  seed: 'a whole number from 0 to 999999',
  speed: '0, 1, 10 or 60',
  behaviour: 'documented or observed',
};

function refuse(option: string, text: string | undefined): never {
  throw new BadServeOptions(`--${option} is ${TAKES[option] ?? 'something else'}, not “${text ?? ''}”.`);
}

/** Undefined where help is asked for. Throws BadServeOptions. */
export function readServeOptions(args: readonly string[]): ServeOptions | undefined {
  const given = read(args);
  if (given.help) return undefined;
  const number = (text: string | undefined, usual: number): number =>
    text === undefined ? usual : text.trim() === '' ? NaN : Number(text);
  const port = number(given.port, USUAL_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) refuse('port', given.port);
  const settings = demoSettingsSchema.safeParse({
    ...DEFAULT_DEMO_SETTINGS,
    seed: number(given.seed, DEFAULT_DEMO_SETTINGS.seed),
    speed: number(given.speed, DEFAULT_DEMO_SETTINGS.speed),
    behaviour: given.behaviour ?? DEFAULT_DEMO_SETTINGS.behaviour,
  });
  if (!settings.success) {
    const option = String(settings.error.issues[0]?.path[0] ?? '') as 'seed' | 'speed' | 'behaviour';
    return refuse(option, given[option]);
  }
  return { port, settings: settings.data, json: given.json === true };
}
