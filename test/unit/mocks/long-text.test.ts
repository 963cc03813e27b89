import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { decodeBase64, LongText } from '../../../mocks/long-text';

/** The text in pieces of uneven sizes, none a multiple of four. */
function inPieces(text: string, size: number): LongText {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(Buffer.from(text.slice(at, at + size)));
  return new LongText(pieces, text.length);
}

it('decodes base64 across pieces', async () => {
  const bytes = randomBytes(10_001);
  const decoded = await decodeBase64(inPieces(bytes.toString('base64'), 997));
  expect(decoded?.equals(bytes)).toBe(true);
});

it('takes a data URL, line breaks and escaped slashes', async () => {
  const bytes = Buffer.from([255, 254, 253, 252, 251, 250]);
  const base64 = bytes.toString('base64').replace(/\//g, '\\/');
  const text = `data:application/pdf;base64,\\n${base64}\\r\\n`;
  for (const size of [1, 7, 1000]) expect((await decodeBase64(inPieces(text, size)))?.equals(bytes)).toBe(true);
});

it('refuses what is not base64', async () => {
  expect(await decodeBase64(inPieces('JVBERi0x*LjQK', 5))).toBeUndefined();
});

it('lets the event loop turn while it decodes', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await decodeBase64(inPieces('QUJD'.repeat(1_500_000), 65_536));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});
