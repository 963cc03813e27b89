import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleLanguage } from '../../../src/shared/code-sample/code-sample';
import { codeSample, SAMPLE_LANGUAGES } from '../../../src/shared/code-sample/code-sample';
import { requireEndpoint } from '../../../src/shared/endpoints';
import type { Endpoint } from '../../../src/shared/endpoints/endpoint';
import { validateInput } from '../../../src/shared/endpoints/endpoint';
import { AppError } from '../../../src/shared/app-error';
import { createHttpWorld, SECRET } from '../../support/http-world';
import type { Recorded, RecordingServer } from '../../support/recording-server';
import { startRecordingServer } from '../../support/recording-server';
import type { SampleRunner } from '../../support/sample-runner';
import { createSampleRunner } from '../../support/sample-runner';
import type { SampleCase } from './sample-cases';
import { EXAMPLES, NASTY_CASES } from './sample-cases';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let server: RecordingServer;
let runner: SampleRunner;
beforeAll(async () => {
  server = await startRecordingServer();
  runner = createSampleRunner();
});
afterAll(async () => {
  await server.close();
  await runner.close();
});

/** What of a request has to be the same: an address may escape more than it must, so it is compared as it is read. */
function essence({ method, path, headers, body }: Recorded) {
  const [pathname = '', query = ''] = path.split(/\?(.*)/s);
  return {
    method,
    path: pathname.split('/').map((segment) => decodeURIComponent(segment)),
    query: [...new URLSearchParams(query)],
    authorization: headers.authorization,
    contentType: headers['content-type'],
    idempotent: UUID.test(String(headers['idempotency-key'] ?? '')),
    body,
  };
}

function open(room: string, endpoint: Endpoint): string {
  const { answer } = endpoint;
  const binary = answer.kind === 'binary';
  return server.room(room, answer.status, binary ? 'image/png' : 'application/json', binary ? 'a picture' : '{"ok":1}');
}

/** One request by the program's own client. The answer satisfies no schema, and need not. */
async function sendByProgram(sample: SampleCase, endpoint: Endpoint): Promise<Recorded> {
  const world = createHttpWorld();
  const base = open(`${sample.title} app`.replace(/\W/g, '-'), endpoint);
  const call = world.to(base, endpoint, inputOf(sample, endpoint, world.file), { idempotencyKey: crypto.randomUUID() });
  const done = endpoint.answer.kind === 'binary' ? world.client.download(call) : world.client.call(call);
  await done.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  return onlyOne(`${sample.title} app`.replace(/\W/g, '-'));
}

function onlyOne(room: string): Recorded {
  const [first, ...more] = server.arrived(room);
  expect(more).toHaveLength(0);
  if (!first) throw new Error(`nothing arrived in ${room}`);
  return first;
}

type TakeIn = ReturnType<typeof createHttpWorld>['file'];

function inputOf(sample: SampleCase, endpoint: Endpoint, takeIn: TakeIn): Record<string, unknown> {
  const handles = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(handles);
    const { file, called } = (value ?? {}) as { file?: string; called?: string };
    const bytes = file === undefined ? undefined : sample.files?.[file];
    return file !== undefined && bytes ? takeIn(called ?? file, bytes) : value;
  };
  const input = Object.fromEntries(Object.entries(sample.input).map(([name, value]) => [name, handles(value)]));
  const checked = validateInput(endpoint, input);
  if (!checked.ok) throw new Error(`not a valid input: ${JSON.stringify(checked.issues)}`);
  return checked.input;
}

async function sendByCode(language: SampleLanguage, sample: SampleCase, endpoint: Endpoint) {
  const room = `${sample.title} ${language}`.replace(/\W/g, '-');
  const world = createHttpWorld();
  const { request } = world.to(open(room, endpoint), endpoint, inputOf(sample, endpoint, world.file));
  const { code, variables, files } = codeSample(language, endpoint, request);
  const own = variables.filter((name) => name.startsWith('PLANTAIN_')).map((name): [string, string] => [name, SECRET]);
  const secrets = sample.secrets ?? {};
  expect(variables).toEqual([...own.map(([name]) => name), ...Object.keys(secrets)]);
  expect(new Set(files)).toEqual(new Set(Object.keys(sample.files ?? {})));
  const env = { ...Object.fromEntries(own), ...secrets };
  const run = await runner.run(language, code, { env, files: sample.files ?? {} });
  expect(run, code.slice(0, 4000)).toMatchObject({ code: 0, errors: '' });
  return { recorded: onlyOne(room), run };
}

const all = [
  ...EXAMPLES,
  ...NASTY_CASES.map((sample) => ({ ...sample, title: `${sample.endpoint}, ${sample.title}` })),
];

describe.concurrent('copied code sends what the program sends', () => {
  for (const sample of all) {
    it.concurrent(sample.title, async ({ expect }) => {
      const endpoint = requireEndpoint(sample.endpoint);
      const expected = essence(await sendByProgram(sample, endpoint));
      const sent = await Promise.all(SAMPLE_LANGUAGES.map((language) => sendByCode(language, sample, endpoint)));
      for (const { recorded } of sent) expect(essence(recorded)).toEqual(expected);
      if (endpoint.idempotencyHeader) expect(expected.idempotent).toBe(true);
    });
  }
});
