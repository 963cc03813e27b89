import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { run } from '../../src/cli/run';
import { createFakeTerminal, plantain } from '../support/cli';
import { content, json, startLoopbackServer } from '../support/loopback-server';
import { pngBytes } from '../support/pictures';
import { temporaryFolder } from '../support/temporary-folder';
import { post } from '../support/webhook-world';

/** What moves cursors, changes titles, writes to clipboards, reverses, hides and forges lines. */
const HOSTILE: [string, string][] = [
  ['a colour', '\u001b[31mred'],
  ['a title', '\u001b]0;owned\u0007'],
  ['the clipboard', '\u001b]52;c;ZXZpbA==\u0007'],
  ['a cleared screen', '\u001b[2J\u001b[H'],
  ['a device report', '\u001b[6n'],
  ['a bell and backspaces', 'a\u0007\b\b\b'],
  ['a carriage return', 'bad\rgood'],
  ['DEL', 'a\u007fb'],
  ['C1: CSI', '\u009b31mred'],
  ['C1: OSC', '\u009d0;owned\u009c'],
  ['C1: DCS', '\u0090q\u009c'],
  ['NUL', 'a\u0000b'],
  ['reversed text', 'abc\u202etxt.exe'],
  ['isolates', '\u2066abc\u2069'],
  ['marks', '\u200f\u200e\u061cabc'],
  ['line and paragraph separators', 'a\u2028b\u2029c'],
];

const TRICKS = /[^\P{Cc}\n\t]|\p{Bidi_Control}|[\u2028\u2029]/u;

async function scene(text: string) {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
  server.on('POST /api/generate', json(422, { detail: text }));
  server.on('GET /api/health', json(200, { status: text }));
  server.on('GET /api/tasks/t', json(200, { task_id: 't', status: 'completed', description: text }));
  server.on('GET /api/tasks/t/image', content(200, 'image/png', pngBytes(8, 8)));
  server.on('GET /api/tasks/f', json(200, { task_id: 'f', status: 'failed', error: text }));
  const at = ['--base-url', server.url];
  return { server, folder, env, at };
}

it.each(HOSTILE)('lets no server’s %s reach a terminal', async (_what, text) => {
  const { env, at } = await scene(text);
  const figure = ['--set', 'caption=x', '--set', 'source_context=y'];
  const task = (id: string) => ['call', 'paperbanana.task', '--set', `task_id=${id}`, '--wait', ...at];
  for (const args of [
    ['call', 'paperbanana.generate', ...figure, ...at],
    ['call', 'paperbanana.health', ...at],
    task('t'),
    task('f'),
    ['jobs', 'list', '--all'],
  ])
    for (const more of [[], ['--json']]) {
      const { out, err } = await plantain([...args, ...more], { env, outIsTty: true, errIsTty: true });
      expect(`${out}${err}`).not.toMatch(TRICKS);
    }
  // and the JSON is the same value all the same
  const { out } = await plantain(['call', 'paperbanana.health', ...at, '--json'], { env });
  expect(JSON.parse(out)).toEqual({ status: text });
});

it.each(HOSTILE)('lets no %s in names, fields and files of the call reach a terminal', async (_what, text) => {
  const { env, at, folder } = await scene('fine');
  const name = text.replaceAll('\0', '');
  writeFileSync(join(folder, 'in.json'), '{"source_context": }');
  for (const args of [
    [name],
    ['call', name],
    ['call', 'paperbanana.generate', '--set', `${name}=x`, ...at],
    ['call', 'paperbanana.generate', '--input', join(folder, name), ...at],
    ['call', 'paperbanana.generateFromPdf', '--set', 'caption=x', '--file', `pdf_base64=${join(folder, name)}`, ...at],
    ['call', 'paperbanana.health', '--base-url', `http://127.0.0.1:1/${text}`],
    ['jobs', 'wait', name],
    ['compose', name, '-o', `${name}.png`],
  ]) {
    const { out, err } = await plantain(args, { env, outIsTty: true, errIsTty: true });
    expect(`${out}${err}`).not.toMatch(TRICKS);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  }
});

it.each(HOSTILE)('lets no webhook’s %s reach a terminal, and prints one line for it', async (_what, text) => {
  for (const more of [[], ['--json']]) {
    const terminal = createFakeTerminal({ outIsTty: true });
    const ended = run(['webhooks', 'listen', '--port', '0', ...more], terminal);
    await vi.waitFor(() => expect(terminal.out).toContain('http://127.0.0.1:'));
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(terminal.out)?.[0] ?? '';
    const value = `${text}\nforged line`;
    await post(url, JSON.stringify({ event: value, task_id: value, status: value, error: value }));
    await vi.waitFor(() => expect(terminal.out.trimEnd().split('\n')).toHaveLength(2));
    terminal.interrupt();
    await ended;
    expect(`${terminal.out}${terminal.err}`).not.toMatch(TRICKS);
    expect(terminal.out.trimEnd().split('\n')).toHaveLength(2);
  }
});
