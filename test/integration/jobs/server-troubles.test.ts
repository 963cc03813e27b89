import { expect, it, onTestFinished } from 'vitest';
import { diagram } from '../../support/example-job';
import { content, cut, hang, json, type LoopbackServer, startLoopbackServer } from '../../support/loopback-server';
import { pdfBytes, pngBytes } from '../../support/pictures';
import { openServices, type ServicesWorld } from '../../support/services-world';
import { temporaryFolder } from '../../support/temporary-folder';

const TASK = 'a1b2c3d4e5f6';
const SUBMIT = 'POST /api/generate';
const ASK = `GET /api/tasks/${TASK}`;
const running = json(200, { task_id: TASK, status: 'running' });
const done = json(200, { task_id: TASK, status: 'completed', description: 'Done.' });

/** The real services against a server on loopback that takes submissions and lets them run. */
async function scene(): Promise<ServicesWorld & { server: LoopbackServer; submit(): Promise<{ jobId: string }> }> {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  server.on(SUBMIT, json(202, { task_id: TASK, status: 'pending' }));
  server.on(ASK, running);
  server.on(`${ASK}/image`, content(200, 'image/png', pngBytes()));
  const world = openServices(temporaryFolder());
  world.services.jobs.start();
  const submit = () => world.services.jobs.submit({ ...diagram, profile: { ...diagram.profile, baseUrl: server.url } });
  return { ...world, server, submit };
}

/** Asks once, and waits for what the answer does to the job. */
async function askOnce({ clock, job, until }: ServicesWorld): Promise<void> {
  const before = job().pollCount;
  await clock.advance((job().nextPollAt ?? 0) - clock.now());
  await until(({ pollCount, state }) => pollCount > before || state === 'done' || state === 'failed');
}

it('waits where the quota is used up after the acceptance, and collects when there is more', async () => {
  const world = await scene();
  await world.submit();
  world.server.on(ASK, json(403, { detail: 'Quota exhausted' }), done);
  await askOnce(world);
  expect(world.job()).toMatchObject({ state: 'blocked', units: 1, error: { code: 'quota_exhausted', spent: 'yes' } });
  await askOnce(world);
  await world.until(({ state }) => state === 'done');
  expect(world.job()).toMatchObject({ error: null, assets: [{ format: 'png' }] });
});

it.each([
  [401, 'Invalid API key', 'unauthorized'],
  [403, 'API key is disabled', 'key_disabled'],
])('waits where a poll is answered %i %s', async (status, detail, code) => {
  const world = await scene();
  await world.submit();
  world.server.on(ASK, json(status, { detail }));
  await askOnce(world);
  expect(world.job()).toMatchObject({ state: 'blocked', error: { code } });
});

it('fails as forgotten after the third 404 of a server that was restarted', async () => {
  const world = await scene();
  await world.submit();
  await askOnce(world);
  world.server.on(ASK, json(404, { detail: 'Task not found' }));
  await askOnce(world);
  await askOnce(world);
  expect(world.job()).toMatchObject({ state: 'running', error: { code: 'forgotten' } });
  await askOnce(world);
  expect(world.job()).toMatchObject({ state: 'failed', units: 1, error: { code: 'forgotten', spent: 'yes' } });
});

it.each([
  ['a crash in plain text', content(500, 'text/plain', 'Internal Server Error'), 'server_error'],
  ['the page of a gateway', content(502, 'text/html', '<html><h1>Bad gateway</h1></html>'), 'gateway_page'],
  ['a login page under 200', content(200, 'text/html', '<!doctype html><title>Wi-Fi</title>'), 'gateway_page'],
  ['an answer that makes no sense', json(200, { hello: 'world' }), 'bad_answer'],
  ['a path that is not served', json(404, { detail: 'Not Found' }), 'not_offered'],
  ['a cut connection', cut, 'connection_lost'],
])('asks on after %s', async (_, reply, code) => {
  const world = await scene();
  await world.submit();
  world.server.on(ASK, reply);
  await askOnce(world);
  expect(world.job()).toMatchObject({ state: 'queued', error: { code, spent: 'yes' } });
  world.server.on(ASK, done);
  await askOnce(world);
  await world.until(({ state }) => state === 'done');
});

it('asks on after a server that hangs', async () => {
  const world = await scene();
  await world.submit();
  world.server.on(ASK, hang);
  await world.clock.advance(4000);
  await world.server.arrived(2);
  await world.clock.advance(30_000);
  await world.until(({ error }) => error?.code === 'timeout');
  expect(world.job().state).toBe('queued');
});

it.each([
  ['cut', cut, 0],
  ['left without an answer', hang, 60_000],
])('calls a submission uncertain that was %s, and sends it once', async (_, reply, wait) => {
  const world = await scene();
  world.server.on(SUBMIT, reply);
  const submitted = world.submit();
  await world.server.arrived(1);
  await world.clock.advance(wait);
  await submitted;
  expect(world.job()).toMatchObject({ state: 'uncertain', units: null, error: { code: 'uncertain', spent: 'maybe' } });
  await world.clock.advance(3_600_000);
  expect(world.server.received).toHaveLength(1);
});

it('keeps each request of a job, with the PDF as its name and size', async () => {
  const world = await scene();
  world.server.on('POST /api/generate-from-pdf', json(202, { task_id: TASK, status: 'pending' }));
  const { services, server } = world;
  const pdf = await services.files.importBytes(pdfBytes('x'.repeat(5000)), {
    name: 'a.pdf',
    maxBytes: 9999,
    accept: 'pdf',
  });
  const profile = { ...diagram.profile, baseUrl: server.url };
  const input = { pdf_base64: pdf, caption: 'Figure 1' };
  const { jobId } = await services.jobs.submit({ endpoint: 'paperbanana.generateFromPdf', input, profile });
  const sent = JSON.parse(server.received[0]?.body.toString() ?? '') as { pdf_base64: string };
  expect(Buffer.from(sent.pdf_base64, 'base64')).toEqual(pdfBytes('x'.repeat(5000)));
  await askOnce(world);
  const exchanges = services.exchanges.list(jobId);
  expect(exchanges.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 202', 'GET 200']);
  expect(exchanges[0]?.requestBody).toContain('a.pdf');
  expect(exchanges[0]?.requestBody?.length).toBeLessThan(500);
  expect(JSON.stringify(exchanges)).not.toContain('pb_x');
});

it('answers a call that makes no job, and refuses a wrong one before it is sent', async () => {
  const { services, server } = await scene();
  server.on('GET /api/health', json(200, { status: 'ok', version: '1.2.3' }));
  const profile = { ...diagram.profile, baseUrl: server.url };
  const { answer } = await services.call({ endpoint: 'paperbanana.health', input: {}, profile });
  expect(answer).toEqual({ status: 'ok', version: '1.2.3' });
  const wrong = services.call({ endpoint: 'paperbanana.task', input: { task_id: '' }, profile });
  await expect(wrong).rejects.toMatchObject({ data: { code: 'invalid_input', issues: [{ field: 'task_id' }] } });
  expect(server.received).toHaveLength(1);
});

it('begins anew beside a damaged history, and says where the old one lies', async () => {
  const folder = temporaryFolder();
  openServices(folder).services.close();
  const { writeFileSync, existsSync } = await import('node:fs');
  writeFileSync(`${folder}/history.db`, 'scrambled');
  writeFileSync(`${folder}/history.db-wal`, '');
  const { services } = openServices(folder);
  expect(existsSync(services.damagedHistory ?? '')).toBe(true);
  expect(services.jobs.list({ scope: 'all', limit: 1 }).total).toBe(0);
});
