import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { paperbananaHeaders, samplePayload } from '../../../src/main/webhooks/sample-payload';
import { systemClock } from '../../../src/shared/clock';
import { type ReceiverLanguage, receiverSample, RECEIVER_LANGUAGES } from '../../../src/shared/receiver-sample';
import { sendDelivery } from '../../../src/shared/send-delivery';
import { temporaryFolder } from '../../support/temporary-folder';
import { payload, post, SECRET, signed } from '../../support/webhook-world';

const COMMAND: Record<ReceiverLanguage, { file: string; run: string }> = {
  node: { file: 'receiver.mjs', run: process.execPath },
  python: { file: 'receiver.py', run: 'python3' },
  shell: { file: 'receiver.sh', run: 'sh' },
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What a web server does for a CGI program, as far as these need it. */
async function cgi(command: string, file: string, env: NodeJS.ProcessEnv): Promise<string> {
  const server = createServer((request, response) => {
    const meta: Record<string, string> = {
      REQUEST_METHOD: request.method ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      HTTP_X_PAPERBANANA_SIGNATURE: String(request.headers['x-paperbanana-signature'] ?? ''),
    };
    const child = spawn(command, [file], { env: { ...env, ...meta } });
    request.pipe(child.stdin);
    child.stdin.on('error', () => undefined);
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.on('close', () => response.writeHead(Number(/^Status: (\d+)/.exec(out)?.[1] ?? 500)).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the receiver ended with ${child.exitCode}`);
    if ((await post(url, '', {}, 'GET')).status !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the receiver does not answer');
}

async function receiver(language: ReceiverLanguage, provider: 'paperbanana' | 'bananahub'): Promise<string> {
  const { file, run } = COMMAND[language];
  const port = await freePort();
  const path = join(temporaryFolder(), file);
  writeFileSync(path, receiverSample(language, { provider, port }));
  const env = { PATH: process.env['PATH'], WEBHOOK_SECRET: SECRET };
  if (language === 'shell') return cgi(run, path, env);
  const child = spawn(run, [path], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  onTestFinished(() => void child.kill());
  const url = `http://127.0.0.1:${port}/`;
  await answers(url, child);
  return url;
}

it.each(RECEIVER_LANGUAGES)('the copied receiver in %s takes what is genuine and nothing else', async (language) => {
  const url = await receiver(language, 'paperbanana');
  const { event, body } = samplePayload({
    ...{ outcome: 'completed', taskId: 'a1', textOnly: false, image: null },
    ...{ baseUrl: 'https://api.paperbanana.me', now: Date.now() },
  });
  const fromBench = (secret: string | null) => ({
    ...{ url, body, delays: [] },
    headers: paperbananaHeaders(event, body, secret),
  });
  const deps = { fetch: (request: Request) => fetch(request), clock: systemClock };
  expect(await sendDelivery(fromBench(SECRET), deps)).toMatchObject([{ status: 204 }]);
  expect(await sendDelivery(fromBench('another'), deps)).toMatchObject([{ status: 401 }]);
  expect(await sendDelivery(fromBench(null), deps)).toMatchObject([{ status: 401 }]);

  const genuine = payload('a1');
  const good = signed(genuine);
  expect((await post(url, `${genuine}\n`, good)).status).toBe(401);
  for (const header of ['', 'sha256=', 'x', `sha256=${'0'.repeat(64)}`, `sha256=${'0'.repeat(8000)}`, 'sha256=ÿÿÿÿ'])
    expect((await post(url, genuine, { ...good, 'x-paperbanana-signature': header })).status, header.slice(0, 20)).toBe(
      401,
    );
  expect((await post(url, '', {}, 'GET')).status).not.toBe(204);
  expect((await post(url, genuine, good)).status).toBe(204);
});

it.each(RECEIVER_LANGUAGES)('the copied receiver in %s for BananaHub asks for no signature', async (language) => {
  const url = await receiver(language, 'bananahub');
  expect((await post(url, '{"job_id":"0193a7f2","status":"done"}')).status).toBe(204);
});

it.each(RECEIVER_LANGUAGES)('no secret stands in the receiver in %s', (language) => {
  expect(receiverSample(language, { provider: 'paperbanana', port: 8080 })).not.toContain(SECRET);
});
