import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createFakeTerminal, plantain, spawnPlantain } from '../../support/cli';
import { run } from '../../../src/cli/run';
import { temporaryFolder } from '../../support/temporary-folder';
import { payload, post, SECRET, signed } from '../../support/webhook-world';

interface Line {
  listening?: string;
  [name: string]: unknown;
}

const linesOf = (out: string): Line[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

async function listening(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const terminal = createFakeTerminal({ env });
  const ended = run(['webhooks', 'listen', '--port', '0', ...args], terminal);
  await vi.waitFor(() => expect(terminal.out).toContain('http://127.0.0.1:'));
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(terminal.out)?.[0] ?? '';
  return { terminal, ended, url };
}

it('prints its address and then a line for each delivery, until it is interrupted', async () => {
  const { terminal, ended, url } = await listening(['--secret-env', 'HOOK', '--json'], { HOOK: SECRET });
  const body = payload('a1');
  await post(url, body, signed(body));
  await post(url, body, signed(body));
  await post(url, body, signed(body, 'another'));
  await post(url, body);
  terminal.interrupt();
  expect(await ended).toBe(0);
  expect(linesOf(terminal.out)).toMatchObject([
    { listening: url },
    { event: 'task.completed', task_id: 'a1', signature: 'good', duplicate: false, attempt: 1, status: 200 },
    { event: 'task.completed', task_id: 'a1', signature: 'good', duplicate: true, attempt: 2, status: 200 },
    { signature: 'wrong', status: 401 },
    { signature: 'missing', status: 202 },
  ]);
  expect(terminal.out + terminal.err).not.toContain(SECRET);
});

it('says that a signature can’t be judged without a secret', async () => {
  const { terminal, ended, url } = await listening(['--json']);
  const body = payload('a1');
  await post(url, body, signed(body));
  terminal.interrupt();
  expect(await ended).toBe(0);
  expect(linesOf(terminal.out)[1]).toMatchObject({ signature: 'no-secret', task_id: 'a1' });
});

it('writes lines for people without --json', async () => {
  const { terminal, ended, url } = await listening([]);
  const body = payload('a1');
  await post(url, body, signed(body));
  await post(url, 'no json');
  terminal.interrupt();
  expect(await ended).toBe(0);
  expect(terminal.out).toMatch(
    /^Listening on http.*\n.*task\.completed {2}a1 {2}signature no-secret.*\n.*not_json\)\n$/,
  );
  expect(terminal.err).toContain('--secret-env');
});

it('ends with 1 where the port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { status, out, err } = await plantain(['webhooks', 'listen', '--json', '--port', String(port)]);
  expect(status).toBe(1);
  expect(err).toContain('EADDRINUSE');
  expect(linesOf(out)).toMatchObject([{ error: { code: 'listen_failed' } }]);
});

it.each([
  [['webhooks'], 'webhooks listen'],
  [['webhooks', 'send'], 'webhooks listen'],
  [['webhooks', 'listen', 'now'], 'now'],
  [['webhooks', 'listen', '--port', '70000'], '70000'],
  [['webhooks', 'listen', '--port', 'http'], 'http'],
  [['webhooks', 'listen', '--secret-env', 'NOT_SET_ANYWHERE'], 'NOT_SET_ANYWHERE'],
  [['webhooks', 'listen', '--demo'], '--demo'],
])('ends with 2 for %j', async (args, told) => {
  const { status, err } = await plantain(args);
  expect(status).toBe(2);
  expect(err).toContain(told);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s', async (signal) => {
  const env = { PLANTAIN_USER_DATA: temporaryFolder() };
  const { child, ended } = spawnPlantain(['webhooks', 'listen', '--port', '0', '--json'], env);
  await once(child.stdout as NodeJS.EventEmitter, 'data');
  child.kill(signal);
  expect(await ended).toMatchObject({ status: 0, err: '' });
});

it('ends when nobody reads its lines any more', async () => {
  const env = { PLANTAIN_USER_DATA: temporaryFolder() };
  const { child, ended } = spawnPlantain(['webhooks', 'listen', '--port', '0', '--json'], env);
  const [first] = (await once(child.stdout as NodeJS.EventEmitter, 'data')) as [Buffer];
  child.stdout?.destroy();
  await post(linesOf(first.toString())[0]?.listening ?? '', payload('a1'));
  expect(await ended).toMatchObject({ status: 0, err: '' });
});
