import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { pdfOfPages, writeBigPdf } from '../support/pdfs';
import { json, startLoopbackServer } from '../support/loopback-server';
import { expect, test, type App } from './app';
import { dropFile } from './drop';
import { liveSettings, setKey } from './live';

const BYTES = 60_000_000;
const LONGEST_FRAME_MS = 100;

/** Counts the time between frames until `stop` is called; gives the longest in ms. */
async function watchFrames(app: App): Promise<() => Promise<number>> {
  await app.page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true };
    const frame = (now: number): void => {
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    (window as unknown as { frames: typeof watch }).frames = watch;
  });
  return () =>
    app.page.evaluate(() => {
      const watch = (window as unknown as { frames: { longest: number; on: boolean } }).frames;
      watch.on = false;
      return watch.longest;
    });
}

/** Drops a PDF, sends it, waits for its state; gives the longest frame on the way in ms. */
async function longestFrame(app: App, path: string, name: string, end: string): Promise<number> {
  await app.create.open('Diagram from a PDF');
  const stop = await watchFrames(app);
  await dropFile(app.page, path);
  await expect(app.create.pdfName).toHaveText(name);
  await app.create.caption.fill(`Frames with ${name}`);
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByTestId('job-state')).toBeVisible({ timeout: 40_000 });
  await expect(app.page.getByRole('heading', { name: `Frames with ${name}` })).toBeVisible();
  await expect(app.queue.state(end)).toBeVisible({ timeout: 40_000 });
  return stop();
}

for (const mode of ['demo', 'live'] as const)
  test(`a PDF of 60 MB goes through in ${mode} mode, and the window is no more frozen than with a small one`, async ({
    launch,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'plantain-large-'));
    const large = join(folder, 'large.pdf');
    const small = join(folder, 'small.pdf');
    await writeBigPdf(large, BYTES);
    await writeFile(small, await pdfOfPages(3));
    const server = await startLoopbackServer();
    server.on('POST /api/generate-from-pdf', json(202, { task_id: 'a'.repeat(32), status: 'pending' }));
    server.on(`GET /api/tasks/${'a'.repeat(32)}`, json(200, { task_id: 'a'.repeat(32), status: 'running' }));
    const app = await launch(mode === 'demo' ? {} : { demo: false, settings: liveSettings(server.url) });
    if (mode === 'live') await setKey(app, 'pb_0123456789abcdef0123456789abcdef');
    const end = mode === 'demo' ? 'Done' : 'Running';

    // once to load every screen, once as the control of what this machine's frames are like
    await longestFrame(app, small, 'small.pdf', end);
    const control = await longestFrame(app, small, 'small.pdf', end);
    const measured = await longestFrame(app, large, 'large.pdf', end);
    console.log(
      `longest frame in ${mode} mode: ${measured.toFixed(0)} ms with 60 MB, ${control.toFixed(0)} ms with 3 kB`,
    );
    expect(measured).toBeLessThan(Math.max(LONGEST_FRAME_MS, 2 * control));
    if (mode === 'live') {
      const body = server.received.filter(({ method }) => method === 'POST').at(-1)?.body;
      expect(body?.byteLength).toBeGreaterThan((BYTES * 4) / 3);
    }
    await app.create.open('Diagram from a PDF');
    await expect(app.page.getByText(/80(\.\d)? MB/).first()).toBeVisible();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
