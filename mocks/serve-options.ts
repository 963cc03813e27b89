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

function words(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      seed: { type: 'string' },
      speed: { type: 'string' },
      behaviour: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

/** Undefined for a line that is not understood, or that asks for help. */
export function readServeOptions(args: readonly string[]): ServeOptions | undefined {
  let given: ReturnType<typeof words>;
  try {
    given = words(args);
  } catch {
    return undefined;
  }
  const number = (text: string | undefined, usual: number): number => (text === undefined ? usual : Number(text));
  const port = number(given.port, USUAL_PORT);
  const settings = demoSettingsSchema.safeParse({
    ...DEFAULT_DEMO_SETTINGS,
    seed: number(given.seed, DEFAULT_DEMO_SETTINGS.seed),
    speed: number(given.speed, DEFAULT_DEMO_SETTINGS.speed),
    behaviour: given.behaviour ?? DEFAULT_DEMO_SETTINGS.behaviour,
  });
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
  if (given.help || !isPort || !settings.success) return undefined;
  return { port, settings: settings.data, json: given.json === true };
}
