import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { codeSample } from '../../src/shared/code-sample/code-sample';
import { requireEndpoint } from '../../src/shared/endpoints/index';
import { buildRequest } from '../../src/shared/wire-request';
import { plantain } from '../support/cli';
import { json, startLoopbackServer } from '../support/loopback-server';
import { temporaryFolder } from '../support/temporary-folder';

const HOSTILE = [
  '$(touch owned)',
  '`touch owned`',
  "'; touch owned; '",
  '"; touch owned; "',
  'a;touch owned',
  'a && touch owned',
  'a | touch owned',
  'a > owned',
  '$HOME',
  '${IFS}touch${IFS}owned',
  '*',
  '~root',
  '!!',
  '#comment',
  '\\',
  "it's",
  '-rf',
  '--out=/tmp',
  'two words',
  'a\nb; touch owned',
  'tab\there',
  '总览',
  '',
];

/** A folder whose `plantain` writes its arguments down, each ended by NUL. */
function shellScene() {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'plantain'), '#!/bin/sh\nprintf "%s\\0" "$@" > "$OUT"\n');
  chmodSync(join(folder, 'plantain'), 0o755);
  const run = (shell: string, command: string): string[] => {
    const out = join(folder, 'arguments');
    const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, OUT: out, HOME: folder };
    spawnSync(shell, ['-c', command], { cwd: folder, env });
    expect(existsSync(join(folder, 'owned'))).toBe(false);
    return existsSync(out) ? readFileSync(out, 'utf8').split('\0').slice(0, -1) : [];
  };
  return { folder, run };
}

const shells = ['sh', 'bash', 'dash', 'zsh'].filter((shell) => {
  try {
    execFileSync(shell, ['-c', 'true']);
    return true;
  } catch {
    return false;
  }
});

// an id with control characters is taken for none: nothing is offered for it
it.each(HOSTILE.filter((text) => text !== '' && !/[\n\t]/.test(text)))(
  'offers a command to look again that a shell reads back: %j',
  async (task) => {
    const server = await startLoopbackServer();
    onTestFinished(() => server.close());
    server.on('POST /api/generate', json(202, { task_id: task, status: 'pending' }));
    const env = { PLANTAIN_USER_DATA: temporaryFolder(), PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
    const figure = ['--set', 'caption=x', '--set', 'source_context=y'];
    const { out, status } = await plantain(['call', 'paperbanana.generate', ...figure, '--base-url', server.url], {
      env,
    });
    expect(status).toBe(0);
    const command = /^Look again: (.*)$/m.exec(out)?.[1] ?? '';
    for (const shell of shells) {
      const args = shellScene().run(shell, command);
      expect(args).toEqual([
        ...['call', 'paperbanana.task', '--set', `task_id=${task}`, '--base-url', server.url, '--wait'],
      ]);
    }
  },
);

it.each(HOSTILE)('writes cURL code in which %j is nothing but a value', (text) => {
  const endpoint = requireEndpoint('paperbanana.generate');
  const request = buildRequest(endpoint, { caption: text, source_context: text }, 'https://api.example.org');
  const { code } = codeSample('bash', endpoint, request);
  const { folder } = shellScene();
  writeFileSync(join(folder, 'curl'), '#!/bin/sh\nfor last; do :; done\nprintf "%s" "$last" > "$OUT"\n');
  chmodSync(join(folder, 'curl'), 0o755);
  const env = {
    ...{ PATH: `${folder}:${process.env['PATH'] ?? ''}`, HOME: folder, OUT: join(folder, 'body') },
    PLANTAIN_PAPERBANANA_KEY: 'pb_x',
  };
  spawnSync('bash', ['-c', code], { cwd: folder, env });
  expect(existsSync(join(folder, 'owned'))).toBe(false);
  expect(JSON.parse(readFileSync(join(folder, 'body'), 'utf8'))).toMatchObject({ caption: text, source_context: text });
});

it.each(HOSTILE.filter((text) => text !== '' && !/[/\\]/.test(text)))(
  'reads a file called %j and nothing else',
  (name) => {
    const endpoint = requireEndpoint('paperbanana.generateFromPdf');
    const file = { $file: 'a'.repeat(64), name, bytes: 3, mediaType: 'application/pdf' };
    const request = buildRequest(endpoint, { pdf_base64: file, caption: 'x' }, 'https://api.example.org');
    const { code } = codeSample('bash', endpoint, request);
    const { folder } = shellScene();
    writeFileSync(join(folder, name), 'PDF');
    writeFileSync(join(folder, 'curl'), '#!/bin/sh\ncat > "$OUT"\n');
    chmodSync(join(folder, 'curl'), 0o755);
    const env = {
      ...{ PATH: `${folder}:${process.env['PATH'] ?? ''}`, HOME: folder, OUT: `${temporaryFolder()}/body` },
      PLANTAIN_PAPERBANANA_KEY: 'pb_x',
    };
    const { stderr } = spawnSync('bash', ['-c', code], { cwd: folder, env });
    expect(String(stderr)).toBe('');
    expect(existsSync(join(folder, 'owned'))).toBe(false);
    const sent = JSON.parse(readFileSync(env.OUT, 'utf8')) as { pdf_base64: string };
    expect(Buffer.from(sent.pdf_base64, 'base64').toString()).toBe('PDF');
  },
);
