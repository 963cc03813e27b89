import { expect, it } from 'vitest';
import { encodeBody } from '../../../../src/main/http/encode-body';
import type { FileRef } from '../../../../src/shared/file-ref';
import { wireBodyBytes } from '../../../../src/shared/wire-request';
import { errorOf } from '../../../support/http-world';

const ref = (bytes: number): FileRef => ({ $file: 'a'.repeat(64), name: 'a.pdf', bytes, mediaType: 'application/pdf' });

const noFile = (): AsyncIterable<Uint8Array> => {
  throw new Error('no file here');
};

function inChunks(bytes: Uint8Array, size: number) {
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

const decode = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));

it('writes the same JSON as JSON.stringify where there is no file', async () => {
  const body = { a: 'é "图" \u2028', n: 1.5, none: undefined, list: [1, null, { x: true }], deep: { y: [] }, e: {} };
  expect(Buffer.from(await encodeBody(body, noFile)).toString()).toBe(JSON.stringify(body));
});

it.each([1, 2, 3, 4, 5, 7, 1000])('writes a file that comes in chunks of %i bytes as one base64 text', async (size) => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 37) % 256);
  const body = { before: 1, pdf_base64: ref(1000), after: 'z' };
  const encoded = await encodeBody(body, inChunks(bytes, size));
  expect(decode(encoded)).toEqual({ ...body, pdf_base64: Buffer.from(bytes).toString('base64') });
  expect(encoded.byteLength).toBe(wireBodyBytes(body));
});

it('pads as base64 does', async () => {
  for (const length of [0, 1, 2, 3, 4]) {
    const bytes = Buffer.alloc(length, 200);
    expect(decode(await encodeBody({ f: ref(length) }, inChunks(bytes, 2)))).toEqual({ f: bytes.toString('base64') });
  }
});

it('writes files inside lists', async () => {
  const bytes = Buffer.from('ab');
  const body = { images: [ref(2), ref(2)] };
  expect(decode(await encodeBody(body, inChunks(bytes, 5)))).toEqual({ images: ['YWI=', 'YWI='] });
});

it('says file_missing when the stored bytes are more or fewer than the handle says', async () => {
  for (const length of [99, 101, 5000]) {
    const read = inChunks(Buffer.alloc(length), 64);
    expect(await errorOf(encodeBody({ f: ref(100) }, read))).toMatchObject({
      code: 'file_missing',
      params: { name: 'a.pdf' },
    });
  }
});

it('lets other work in while it encodes a large file', async () => {
  const size = 60_000_000;
  const chunk = Buffer.alloc(4_000_000, 1);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  const encoded = await encodeBody({ pdf_base64: ref(size) }, async function* () {
    for (let at = 0; at < size; at += chunk.length) yield chunk;
  });
  clearInterval(timer);
  expect(encoded.byteLength).toBe(80_000_017);
  expect(turns).toBeGreaterThan(10);
});
