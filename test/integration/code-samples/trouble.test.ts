import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeSample, SAMPLE_LANGUAGES } from '../../../src/shared/code-sample/code-sample';
import { requireEndpoint } from '../../../src/shared/endpoints';
import type { WireRequest } from '../../../src/shared/wire-request';
import { buildRequest } from '../../../src/shared/wire-request';
import type { RecordingServer } from '../../support/recording-server';
import { startRecordingServer } from '../../support/recording-server';
import type { SampleRunner } from '../../support/sample-runner';
import { createSampleRunner } from '../../support/sample-runner';

const KEYS = { PLANTAIN_PAPERBANANA_KEY: 'k', PLANTAIN_PAPERBANANA_ADMIN_KEY: 'a', PLANTAIN_BANANADEV_TOKEN: 't' };
const PDF = { $file: 'a'.repeat(64), name: 'paper.pdf', bytes: 4, mediaType: 'application/pdf' };

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

function requestTo(base: string, id: string, input: Record<string, unknown>): WireRequest {
  return buildRequest(requireEndpoint(id), input, base);
}

it.each(SAMPLE_LANGUAGES)('says what the server said where it refuses: %s', async (language) => {
  const base = server.room(`refused-${language}`, 422, 'application/json', '{"detail":"no such ratio"}');
  const endpoint = requireEndpoint('paperbanana.generate');
  const { code } = codeSample(language, endpoint, requestTo(base, endpoint.id, endpoint.example));
  const run = await runner.run(language, code, { env: KEYS });
  expect(run.code).not.toBe(0);
  expect(run.output + run.errors).toContain('no such ratio');
});

it.each(SAMPLE_LANGUAGES)('keeps a binary answer in a file, and no refusal: %s', async (language) => {
  const endpoint = requireEndpoint('paperbanana.taskImage');
  const get = async (room: string, status: number) => {
    const base = server.room(room, status, 'image/svg+xml', '<svg/>');
    const { code } = codeSample(language, endpoint, requestTo(base, endpoint.id, { task_id: 't', format: 'svg' }));
    return runner.run(language, code, { env: KEYS });
  };
  const { code, folder } = await get(`picture-${language}`, 200);
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'result.svg'), 'utf8')).toBe('<svg/>');
  const refused = await get(`no-picture-${language}`, 404);
  expect(refused.code).not.toBe(0);
  expect(readdirSync(refused.folder)).toHaveLength(1);
});

it.each(
  SAMPLE_LANGUAGES.flatMap((language) => [
    { language, id: 'paperbanana.generate', input: { source_context: 'x', caption: 'y' }, lacks: KEYS },
    { language, id: 'bananadev.account', input: {}, lacks: KEYS },
    { language, id: 'paperbanana.deleteKey', input: { key: 'pb_1' }, lacks: { API_KEY: 'pb_1' } },
    {
      language,
      id: 'paperbanana.createKey',
      input: { name: 'n', webhook_secret: 'secret' },
      lacks: { WEBHOOK_SECRET: 'secret' },
    },
  ]),
)('sends nothing without its variables: $language, $id', async ({ language, id, input, lacks }) => {
  const room = `bare-${language}-${id}`;
  const { code, variables } = codeSample(language, requireEndpoint(id), requestTo(server.room(room, 200), id, input));
  const run = await runner.run(language, code, { env: lacks === KEYS ? {} : KEYS });
  expect(run.code).not.toBe(0);
  expect(variables.some((name) => name in lacks && run.errors.includes(name))).toBe(true);
  expect(server.arrived(room)).toEqual([]);
});

it.each(SAMPLE_LANGUAGES)('sends nothing where the file is not there: %s', async (language) => {
  const id = 'paperbanana.generateFromPdf';
  const room = `no-file-${language}`;
  const request = requestTo(server.room(room, 202), id, { pdf_base64: PDF, caption: 'x' });
  const run = await runner.run(language, codeSample(language, requireEndpoint(id), request).code, { env: KEYS });
  expect(run.code).not.toBe(0);
  expect(run.errors).toContain('paper.pdf');
  expect(server.arrived(room)).toEqual([]);
});

it.each(SAMPLE_LANGUAGES)('takes the idempotency key of the environment where there is one: %s', async (language) => {
  const id = 'bananahub.textToImage';
  const room = `same-key-${language}`;
  const request = requestTo(server.room(room, 202), id, requireEndpoint(id).example);
  const { code, optionalVariable = '' } = codeSample(language, requireEndpoint(id), request);
  const env = { PLANTAIN_BANANAHUB_KEY: 'k', [optionalVariable]: 'the-same-again' };
  await runner.run(language, code, { env });
  expect(server.arrived(room)[0]?.headers['idempotency-key']).toBe('the-same-again');
});
