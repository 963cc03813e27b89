import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { run } from '../../../src/cli/run';
import { createFakeTerminal, plantain } from '../../support/cli';
import { content, cut, json, type LoopbackServer, startLoopbackServer } from '../../support/loopback-server';
import { makePdf } from '../../support/make-pdf';
import { pngBytes } from '../../support/pictures';
import { temporaryFolder } from '../../support/temporary-folder';

const TASK = 'a1b2c3d4e5f6';
const figure = ['--set', 'caption=Figure 1', '--set', 'source_context=Six layers'];
const picture = pngBytes(800, 600);

interface Scene {
  server: LoopbackServer;
  folder: string;
  /** The body of the only request. */
  sent(): Record<string, unknown>;
  call(
    args: readonly string[],
    more?: { input?: string; outIsTty?: boolean; errIsTty?: boolean; env?: NodeJS.ProcessEnv },
  ): ReturnType<typeof plantain>;
}

/** A call against a server on loopback that has done everything at once. */
async function scene(): Promise<Scene> {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  server.on('GET /api/health', json(200, { status: 'ok', version: '1.2.3' }));
  for (const path of ['generate', 'generate-from-pdf'])
    server.on(`POST /api/${path}`, json(202, { task_id: TASK, status: 'pending' }));
  const done = { task_id: TASK, status: 'completed', description: 'Boxes.', image_base64: 'A'.repeat(4000) };
  server.on(`GET /api/tasks/${TASK}`, json(200, done));
  server.on(`GET /api/tasks/${TASK}/image`, content(200, 'image/png', picture));
  const folder = temporaryFolder();
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
  return {
    ...{ server, folder },
    sent: () => JSON.parse(server.received[0]?.body.toString() ?? '{}') as Record<string, unknown>,
    call: (args, more) => plantain(['call', ...args, '--base-url', server.url], { env, ...more }),
  };
}

it('prints the answer of a call that makes no job', async () => {
  const { call } = await scene();
  const { status, out, err } = await call(['paperbanana.health']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(JSON.parse(out)).toEqual({ status: 'ok', version: '1.2.3' });
});

it('says where to look again when it does not wait', async () => {
  const { call, server } = await scene();
  const again = `call paperbanana.task --set task_id=${TASK} --base-url ${server.url} --wait`;
  expect(await call(['paperbanana.generate', ...figure])).toEqual({
    ...{ status: 0, err: '' },
    out: `Accepted as task ${TASK}.\nLook again: plantain ${again}\n`,
  });
  const { out } = await call(['paperbanana.generate', ...figure, '--json']);
  expect(JSON.parse(out)).toMatchObject({ state: 'queued', taskId: TASK, units: 1, files: [] });
});

it('sends a PDF with pages, typed values and lists', async () => {
  const { call, folder, sent } = await scene();
  const pdf = await makePdf([{}, {}, {}]);
  writeFileSync(join(folder, 'paper.pdf'), pdf);
  const set = ['caption=Figure 2', 'pages=3-2', 'iterations=5', 'webhook_include_image=yes', 'output_formats=png'];
  const args = set.flatMap((text) => ['--set', text]);
  const file = ['--file', `pdf_base64=${join(folder, 'paper.pdf')}`];
  expect((await call(['paperbanana.generateFromPdf', ...file, ...args])).status).toBe(0);
  expect(sent()).toEqual({
    ...{ pdf_base64: pdf.toString('base64'), caption: 'Figure 2', pages: '3-2', iterations: 5 },
    ...{ webhook_include_image: true, output_formats: ['png'] },
  });
});

it('reads a text field from a file, and lets --set win over --input', async () => {
  const { call, folder, sent } = await scene();
  writeFileSync(join(folder, 'method.txt'), 'Two towers\n');
  const input = '{"caption":"from input","source_context":"from input","iterations":4}';
  const args = ['--input', '-', '--set', 'caption=from set', '--file', `source_context=${join(folder, 'method.txt')}`];
  expect(await call(['paperbanana.generate', ...args], { input })).toMatchObject({ status: 0 });
  expect(sent()).toEqual({ caption: 'from set', source_context: 'Two towers', iterations: 4 });
});

it('collects a task by its id, into a folder, beside what is there', async () => {
  const { call, folder } = await scene();
  const out = join(folder, 'out');
  const args = ['paperbanana.task', '--set', `task_id=${TASK}`, '--wait', '--out', out];
  expect(await call(args)).toEqual({ status: 0, out: `Boxes.\nStored: ${join(out, `${TASK}.png`)}\n`, err: '' });
  const second = JSON.parse((await call([...args, '--json'])).out) as { files: { path: string }[] };
  expect(second).toMatchObject({
    ...{ state: 'done', endpoint: 'paperbanana.task', taskId: TASK, description: 'Boxes.', units: 0 },
    files: [{ path: join(out, `${TASK} 2.png`), format: 'png', width: 800, height: 600 }],
  });
  expect(readFileSync(second.files[0]?.path ?? '')).toEqual(picture);
  expect(readdirSync(out)).toHaveLength(2);
});

it('names the stored files where no folder was given', async () => {
  const { call } = await scene();
  const { out } = await call(['paperbanana.task', '--set', `task_id=${TASK}`, '--wait', '--json']);
  const { files } = JSON.parse(out) as { files: { path: string }[] };
  expect(readFileSync(files[0]?.path ?? '')).toEqual(picture);
});

it('spares people the base64 of an answer, not scripts', async () => {
  const { call } = await scene();
  const args = ['paperbanana.task', '--set', `task_id=${TASK}`];
  expect((await call(args)).out).toContain('<base64, 3000 bytes>');
  expect((await call([...args, '--json'])).out).toContain('A'.repeat(4000));
});

it('gives a picture to a file, a pipe, but no terminal', async () => {
  const { call, folder } = await scene();
  const args = ['paperbanana.taskImage', '--set', `task_id=${TASK}`];
  expect(await call(args, { outIsTty: true })).toMatchObject({ status: 2, out: '' });
  const told = await call([...args, '--json']);
  const { files } = JSON.parse(told.out) as { files: { path: string }[] };
  expect(readFileSync(files[0]?.path ?? '')).toEqual(picture);
  expect((await call(args)).out).toBe(picture.toString('latin1'));
  expect(await call([...args, '--out', join(folder, 'o')], { outIsTty: true })).toEqual({
    ...{ status: 0, out: `${join(folder, 'o', `${TASK}.png`)}\n`, err: '' },
  });
});

/** Waits until the first line on standard error, and presses Ctrl+C there. Gives the status and the lines. */
async function untilFirstLine({ server, folder }: Scene, args: readonly string[], errIsTty: boolean) {
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
  const terminal = createFakeTerminal({ env, errIsTty });
  const say = terminal.say;
  terminal.say = (line) => {
    say(line);
    terminal.interrupt();
  };
  const status = await run(['call', ...args, '--base-url', server.url, '--wait'], terminal);
  return { status, lines: terminal.err.trim().split('\n') };
}

it('stops waiting when interrupted, and says how to look again', async () => {
  const world = await scene();
  const { status, lines } = await untilFirstLine(world, ['paperbanana.generate', ...figure], true);
  expect(status).toBe(130);
  expect(lines).toEqual([
    expect.stringMatching(/^Accepted as task a1b2c3d4e5f6 \(job [0-9a-f-]{36}\)\.$/),
    expect.stringContaining(`plantain call paperbanana.task --set task_id=${TASK}`),
  ]);
  expect(world.server.received).toHaveLength(1);
});

it('stops waiting at a key that may not read, and says how to go on', async () => {
  const { call, server } = await scene();
  server.on(
    `GET /api/tasks/${TASK}`,
    json(200, { task_id: TASK, status: 'running' }),
    json(403, { detail: 'Quota exhausted' }),
  );
  const { status, err } = await call(['paperbanana.task', '--set', `task_id=${TASK}`, '--wait']);
  expect(status).toBe(1);
  expect(err).toMatch(/^plantain: The key’s quota is used up: Quota exhausted Look again: plantain call .*\n$/);
});

it('tells scripts too that a server is away', async () => {
  const world = await scene();
  const running = json(200, { task_id: TASK, status: 'running' });
  world.server.on(`GET /api/tasks/${TASK}`, running, content(503, 'text/plain', ''));
  const { lines } = await untilFirstLine(world, ['paperbanana.task', '--set', `task_id=${TASK}`], false);
  expect(lines[0]).toMatch(/^The server stumbled; asked again in \d+ s$/);
});

it('tells people how it goes, and scripts nothing', async () => {
  const { call } = await scene();
  const args = ['paperbanana.task', '--set', `task_id=${TASK}`, '--wait'];
  expect((await call(args, { errIsTty: true })).err).toMatch(/^Queued, 0 s\n/);
  expect((await call(args)).err).toBe('');
});

it.each([
  [['paperbanana.task', '--set', 'task_id=unknown', '--wait'], 1, 'not_found'],
  [['paperbanana.generate', '--set', 'caption=x'], 2, 'invalid_input'],
  [['paperbanana.generate', ...figure, '--set', 'nonsense=1'], 2, 'invalid_input'],
  [['paperbanana.generate', ...figure, '--input', '/nowhere.json'], 2, 'invalid_input'],
  [['paperbanana.generate', ...figure, '--input', '-'], 2, 'invalid_input'],
  [['paperbanana.generateFromPdf', ...figure.slice(0, 2), '--file', 'pdf_base64=/nowhere.pdf'], 2, 'file_missing'],
  [['paperbanana.generateFromPdf', ...figure.slice(0, 2), '--file', `pdf_base64=${__filename}`], 2, 'not_a_pdf'],
  [['paperbanana.nothing'], 2, 'invalid_input'],
  [['--json'], 2, 'invalid_input'],
])('says what is wrong with %j as status, line and object', async (args, status, code) => {
  const { call, server } = await scene();
  server.on('GET /api/tasks/unknown', json(404, { detail: 'Task not found' }));
  const result = await call([...args, '--json'], { input: '[]' });
  expect(result.status).toBe(status);
  expect(JSON.parse(result.out)).toMatchObject({ error: { code } });
  expect(result.err).toMatch(/^plantain: .+\n$/);
  expect(result.err.trim().split('\n')).toHaveLength(1);
  expect(server.received.filter(({ method }) => method === 'POST')).toEqual([]);
});

it('spends no unit on a locked PDF, or on pages that it does not have', async () => {
  const { call, folder, server } = await scene();
  const path = join(folder, 'paper.pdf');
  const args = ['paperbanana.generateFromPdf', '--set', 'caption=x', '--file', `pdf_base64=${path}`, '--json'];
  writeFileSync(path, await makePdf([{}], 'secret'));
  expect(JSON.parse((await call(args)).out)).toMatchObject({ error: { code: 'pdf_encrypted' } });
  writeFileSync(path, await makePdf([{}, {}]));
  const beyond = await call([...args, '--set', 'pages=1,3-5']);
  expect(beyond.status).toBe(2);
  expect(beyond.err).toContain('“3-5” goes past the end: the PDF has 2 pages.');
  expect(server.received).toEqual([]);
});

it('asks for a key where none is to be had', async () => {
  const { call, folder, server } = await scene();
  const { status, err } = await call(['paperbanana.generate', ...figure], { env: { PLANTAIN_USER_DATA: folder } });
  expect(status).toBe(1);
  expect(err).toContain('PLANTAIN_PAPERBANANA_KEY');
  expect(server.received).toEqual([]);
});

it('names the variable whose key the server refuses', async () => {
  const { server, call } = await scene();
  server.on(`GET /api/tasks/${TASK}`, json(401, { detail: 'Invalid API key' }));
  const { status, err } = await call(['paperbanana.task', '--set', `task_id=${TASK}`]);
  expect(status).toBe(1);
  expect(err).toContain('Invalid API key. The key came from PLANTAIN_PAPERBANANA_KEY.');
});

it.each([
  [['--input', '/nowhere/in.json'], 'There is no file /nowhere/in.json.'],
  [['--file', 'caption=/nowhere/a.txt'], 'There is no file /nowhere/a.txt.'],
  [['--input', '-'], 'stdin is no JSON: line 2, column 8.'],
  [['--set', 'iterations=1.5', ...figure], 'iterations: This must be a whole number.'],
])('says in a sentence what is wrong with %j', async (args, sentence) => {
  const { server, call } = await scene();
  const { status, err } = await call(['paperbanana.generate', ...args], { input: '{\n  "a": nothing' });
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(sentence) as string });
  expect(server.received).toHaveLength(0);
});

it('asks about more units left than in all, and sends them', async () => {
  const { server, call } = await scene();
  server.on('PATCH /api/admin/keys/k', json(200, { key: 'k', name: 'lab', quota_remaining: 9, quota_total: 4 }));
  const env = { PLANTAIN_USER_DATA: temporaryFolder(), PLANTAIN_PAPERBANANA_ADMIN_KEY: 'adm' };
  const args = ['--set', 'key=k', '--set', 'quota_remaining=9', '--set', 'quota_total=4'];
  const { status, err } = await call(['paperbanana.updateKey', ...args], { env });
  expect({ status, err }).toEqual({ status: 0, err: expect.stringContaining('9 units left of 4 in all') as string });
});

it('speaks Chinese in a Chinese terminal', async () => {
  const { folder } = await scene();
  const { err } = await plantain(['call', 'nothing'], { env: { PLANTAIN_USER_DATA: folder, LANG: 'zh_CN.UTF-8' } });
  expect(err).toBe('plantain: 没有接口“nothing”。用“plantain endpoints”查看列表。\n');
});

it('sends pictures of this computer, one file after the other', async () => {
  const { server, folder } = await scene();
  const job = '0193a7f2-1c4a-7e0b-9b3a-2f1d8c6e4a55';
  server.on('POST /generations', json(202, { job_id: job, status: 'queued', status_url: `/jobs/${job}` }));
  const [one, two] = [join(folder, 'a.png'), join(folder, 'b.png')];
  writeFileSync(one, picture);
  writeFileSync(two, pngBytes(10, 20));
  const fields = ['--set', 'prompt=x', '--set', 'aspect_ratio=auto', '--set', 'resolution=1K'];
  const files = ['--file', `input_images_base64=${one}`, '--file', `input_images_base64=${two}`];
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_BANANAHUB_KEY: 'bh_x' };
  const { status } = await plantain(['call', 'bananahub.editImages', ...fields, ...files, '--base-url', server.url], {
    env,
  });
  expect(status).toBe(0);
  const sent = JSON.parse(server.received[0]?.body.toString() ?? '{}') as { input_images_base64: string[] };
  expect(sent.input_images_base64.map((text) => Buffer.from(text, 'base64').length)).toEqual([
    picture.length,
    pngBytes(10, 20).length,
  ]);
});

it('names the file that is not there', async () => {
  const { call } = await scene();
  const args = ['paperbanana.generateFromPdf', '--set', 'caption=x', '--file', 'pdf_base64=/nowhere/paper.pdf'];
  const { status, err } = await call(args);
  expect(status).toBe(2);
  expect(err).toContain('/nowhere/paper.pdf');
});

it('calls nothing accepted that is still to be sent again', async () => {
  const { server, folder } = await scene();
  server.on('POST /text-generations', cut);
  const args = ['call', 'bananahub.textToImage', '--example', '--base-url', server.url];
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_BANANAHUB_KEY: 'bh_x' };
  const { status, out, err } = await plantain(args, { env });
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain('A unit may have been spent.');
});
