import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createMockWorld, DEMO_HEADERS } from '../../support/mock-world';
import { writeBigPdf } from '../../support/pdfs';

const MEGABYTES = 60;

/** As the HTTP client sends it: JSON with the file encoded piece by piece. */
async function* uploadOf(pdf: Buffer, pages: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`{"caption":"c","pages":"${pages}","pdf_base64":"`);
  for (let at = 0; at < pdf.byteLength; at += 49_152)
    yield Buffer.from(pdf.subarray(at, at + 49_152).toString('base64'));
  yield Buffer.from('"}');
}

async function bigPdf(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'plantain-big-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeBigPdf(join(folder, 'big.pdf'), MEGABYTES * 1e6, 7);
  return readFile(join(folder, 'big.pdf'));
}

it('takes a 60 MB PDF, knows its pages, and lets the event loop turn all the while', async () => {
  const pdf = await bigPdf();
  const world = createMockWorld();
  const iterator = uploadOf(pdf, '5-9');
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await iterator.next();
      if (step.done) controller.close();
      else controller.enqueue(step.value);
    },
  });
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: DEMO_HEADERS, body, duplex: 'half' };
  const request = new Request('https://x.test/api/generate-from-pdf', init);
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const response = await world.mock.fetch(request);
  clearInterval(timer);
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({ detail: "Page selection '5-9' is out of range: the PDF has 7 pages" });
  // 160 slices come in, 160 are decoded, 30 are searched: each is a turn
  expect(turns).toBeGreaterThan(60);
  expect(JSON.stringify(world.exchanges[0]?.body)).toMatch(/"pdf_base64":"<\d{8}>"/);
});
