import { readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { plantain } from '../support/cli';
import { content, json, startLoopbackServer } from '../support/loopback-server';
import { pngBytes } from '../support/pictures';
import { temporaryFolder } from '../support/temporary-folder';

const picture = pngBytes(64, 48, 'as it was drawn');

async function scene() {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
  const done = (): void => {
    server.on('GET /api/tasks/t1', json(200, { task_id: 't1', status: 'completed', description: 'Drawn.' }));
    server.on('GET /api/tasks/t1/image', content(200, 'image/png', picture));
  };
  server.on('POST /api/generate', json(202, { task_id: 't1', status: 'pending' }));
  const input = ['--set', 'caption=x', '--set', 'source_context=y'];
  return {
    server,
    done,
    jobs: (...args: string[]) => plantain(['jobs', ...args], { env }),
    submit: (...args: string[]) =>
      plantain(['call', 'paperbanana.generate', ...input, '--base-url', server.url, '--json', ...args], { env }),
    out: join(folder, 'figures'),
    /** The only stored file. */
    stored(): string {
      const files = join(folder, 'cli/live/files');
      const [name = ''] = readdirSync(files, { recursive: true })
        .map(String)
        .filter((path) => /[0-9a-f]{64}$/.test(path));
      return join(files, name);
    },
    posts: () => server.received.filter(({ method }) => method === 'POST').length,
  };
}

it.each([
  ['cut short', (file: string) => truncateSync(file, 20)],
  ['deleted', (file: string) => rmSync(file)],
])('fetches a stored picture again that was %s, before it hands it out', async (_how, damage) => {
  const { done, submit, jobs, stored, out, posts } = await scene();
  done();
  const { jobId } = JSON.parse((await submit('--wait')).out) as { jobId: string };
  damage(stored());
  const { status } = await jobs('wait', jobId, '--out', out);
  expect(status).toBe(0);
  expect(readdirSync(out).map((name) => readFileSync(join(out, name)))).toEqual([picture]);
  expect(posts()).toBe(1);
});

it('says that a stored picture is damaged where the server has it no more', async () => {
  const { server, done, submit, jobs, stored, out } = await scene();
  done();
  const { jobId } = JSON.parse((await submit('--wait')).out) as { jobId: string };
  truncateSync(stored(), 20);
  server.on('GET /api/tasks/t1', json(404, { detail: 'Task not found' }));
  const { status, err } = await jobs('wait', jobId, '--out', out);
  expect(status).toBe(1);
  expect(err).toContain('The file has been damaged');
});

it('asks once more about a job that has failed, where it is named', async () => {
  const { server, done, submit, jobs, posts } = await scene();
  server.on('GET /api/tasks/t1', json(200, { task_id: 't1', status: 'failed', error: 'no model' }));
  const { jobId } = JSON.parse((await submit('--wait')).out) as { jobId: string };
  done();
  const { status, out } = await jobs('wait', jobId);
  expect(status).toBe(0);
  expect(out).toContain('Done');
  expect(posts()).toBe(1);
});

it('calls a port that is never asked unreachable, and nothing spent', async () => {
  const env = { PLANTAIN_USER_DATA: temporaryFolder(), PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
  const input = ['--set', 'caption=x', '--set', 'source_context=y', '--base-url', 'http://127.0.0.1:6000', '--json'];
  const { out } = await plantain(['call', 'paperbanana.generate', ...input], { env });
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'unreachable', spent: 'no' } });
});

it('hides nothing where nothing stands', async () => {
  const { server, submit } = await scene();
  server.on('POST /api/generate', json(202, { task_id: '', status: 'pending' }));
  const { out } = await submit();
  expect((JSON.parse(out) as { error: { raw: { body: string } } }).error.raw.body).toBe(
    '{"task_id":"","status":"pending"}',
  );
});
