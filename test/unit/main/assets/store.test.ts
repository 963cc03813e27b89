import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileStore } from '../../../../src/main/assets/store';
import { pdfBytes, pngBytes, sha256 } from '../../../support/pictures';
import { temporaryFolder } from '../../../support/temporary-folder';

const options = { name: 'paper.pdf', maxBytes: 1_000_000, accept: 'pdf' as const };
const refusal = (code: string, params?: Record<string, unknown>): unknown =>
  expect.objectContaining({ data: expect.objectContaining({ code, ...(params && { params }) }) as unknown });

/** A store in a folder of its own, and a file beside it. */
function scene(content: Uint8Array = pdfBytes('text')) {
  const folder = temporaryFolder();
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, content);
  const directory = join(folder, 'files');
  return { folder, file, directory, store: createFileStore(directory) };
}

/** All files below a folder, by their last two names. */
function filesIn(directory: string): string[] {
  return readdirSync(directory).flatMap((name) =>
    statSync(join(directory, name)).isDirectory()
      ? readdirSync(join(directory, name)).map((file) => `${name}/${file}`)
      : [name],
  );
}

it('copies a file in under the sum of its content', async () => {
  const { store, file, directory } = scene();
  const sum = sha256(pdfBytes('text'));
  expect(await store.importFile(file, options)).toEqual({
    ...{ $file: sum, name: 'paper.pdf', bytes: pdfBytes('text').length, mediaType: 'application/pdf' },
  });
  expect(filesIn(directory)).toEqual([`${sum.slice(0, 2)}/${sum}`]);
  expect(await store.read(sum)).toEqual(pdfBytes('text'));
  expect(store.path(sum)).toBe(join(directory, sum.slice(0, 2), sum));
  expect(await store.bytes(sum)).toBe(pdfBytes('text').length);
});

it('streams a large file and sums it right', async () => {
  const large = Buffer.concat([pdfBytes(), Buffer.alloc(5_000_000, 'abcdefg')]);
  const { store, file } = scene(large);
  const { $file, bytes } = await store.importFile(file, { ...options, maxBytes: 10_000_000 });
  expect({ $file, bytes }).toEqual({ $file: sha256(large), bytes: large.length });
  const hash = createHash('sha256');
  const { stream, bytes: size } = await store.open($file);
  for await (const chunk of stream) hash.update(chunk);
  expect(hash.digest('hex')).toBe($file);
  expect(size).toBe(large.length);
});

it('keeps equal files once, and mends one that was cut short', async () => {
  const { store, file, directory } = scene();
  const first = await store.importFile(file, options);
  const second = await store.importBytes(pdfBytes('text'), { ...options, name: 'copy.pdf' });
  expect(second).toEqual({ ...first, name: 'copy.pdf' });
  expect(filesIn(directory)).toHaveLength(1);
  writeFileSync(store.path(first.$file), 'cut');
  await store.importFile(file, options);
  expect(await store.read(first.$file)).toEqual(pdfBytes('text'));
});

it('takes a PDF with junk before its header, not one without', async () => {
  const { store } = scene();
  const withJunk = Buffer.concat([Buffer.alloc(1000, ' '), pdfBytes()]);
  const tooLate = Buffer.concat([Buffer.alloc(1021, ' '), pdfBytes()]);
  expect(await store.importBytes(withJunk, options)).toMatchObject({ mediaType: 'application/pdf' });
  await expect(store.importBytes(tooLate, options)).rejects.toEqual(refusal('not_a_pdf'));
  await expect(store.importBytes(pngBytes(), options)).rejects.toEqual(refusal('not_a_pdf'));
});

it('says what is wrong with a file, and leaves nothing behind', async () => {
  const { store, file, folder, directory } = scene();
  const refused = (path: string, extra = {}) => expect(store.importFile(path, { ...options, ...extra })).rejects;
  await refused(join(folder, 'none.pdf')).toEqual(refusal('file_missing'));
  await refused(folder).toEqual(refusal('not_a_pdf'));
  await refused(file, { maxBytes: 5 }).toEqual(
    refusal('file_too_large', { bytes: 20, megabytes: 0.1, limit: 0.000005 }),
  );
  writeFileSync(file, '');
  await refused(file).toEqual(refusal('file_empty'));
  writeFileSync(file, 'text');
  await refused(file).toEqual(refusal('not_a_pdf'));
  await expect(store.importBytes(new Uint8Array(), options)).rejects.toEqual(refusal('file_empty'));
  expect(filesIn(directory)).toEqual([]);
});

it('stops a stream that goes past the limit', async () => {
  const { store, directory } = scene();
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      given += 1;
      yield pngBytes();
    }
  }
  await expect(store.write(endless(), { maxBytes: 1000 })).rejects.toEqual(
    refusal('file_too_large', { bytes: 18 * pngBytes().length, megabytes: 0.1, limit: 0.001 }),
  );
  expect(given).toBe(18);
  expect(filesIn(directory)).toEqual([]);
});

it('takes in a download by what it is, not by what it is called', async () => {
  const { store } = scene();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const bytes = pngBytes(1200, 800, 'x');
    for (const byte of bytes) yield Uint8Array.of(byte);
  }
  expect(await store.write(pieces(), { maxBytes: 100 })).toEqual({
    whole: true,
    ...{ sha256: sha256(pngBytes(1200, 800, 'x')), bytes: 58 },
    kind: { format: 'png', mediaType: 'image/png', width: 1200, height: 800 },
  });
});

it('keeps nothing of a download that breaks off, and lets its error through', async () => {
  const { store, directory } = scene();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield pngBytes();
    throw new Error('reset');
  }
  await expect(store.write(broken(), { maxBytes: 1000 })).rejects.toThrow('reset');
  expect(filesIn(directory)).toEqual([]);
});

it.each([
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EIO', 'disk_error'],
])('tells %s while writing as %s', async (systemCode, code) => {
  const { directory, file } = scene();
  const store = createFileStore(directory, async () => {
    throw Object.assign(new Error('write'), { code: systemCode });
  });
  await expect(store.importFile(file, options)).rejects.toEqual(refusal(code));
  expect(filesIn(directory)).toEqual([]);
});

it('sweeps what a crashed process left, not what a living one writes', async () => {
  const { store, directory } = scene();
  mkdirSync(directory);
  // no system gives out such a process id
  writeFileSync(join(directory, '.incoming-99999999-left'), 'half');
  writeFileSync(join(directory, `.incoming-${process.ppid}-theirs`), 'half');
  writeFileSync(join(directory, `.incoming-${process.pid}-of-an-earlier-run`), 'half');
  let swept = 0;
  async function* during(): AsyncGenerator<Uint8Array> {
    swept = await store.sweep();
    yield pngBytes();
  }
  const { sha256: sum } = await store.write(during(), { maxBytes: 1000 });
  expect(swept).toBe(2);
  expect(filesIn(directory).sort()).toEqual([`.incoming-${process.ppid}-theirs`, `${sum.slice(0, 2)}/${sum}`]);
});

it('names no file outside the store', async () => {
  const { store } = scene();
  for (const name of ['../../etc/passwd', '..', '', 'A'.repeat(64), `${'a'.repeat(64)}/x`]) {
    expect(() => store.path(name)).toThrow(expect.objectContaining({ code: 'file_missing' }));
    expect(await store.has(name)).toBe(false);
  }
  expect(await store.has('a'.repeat(64))).toBe(false);
  await expect(store.read('a'.repeat(64))).rejects.toEqual(refusal('file_missing'));
  await expect(store.open('a'.repeat(64))).rejects.toEqual(refusal('file_missing'));
});

it('lets only the owner read what is stored', async () => {
  const { store, file } = scene();
  const { $file } = await store.importFile(file, options);
  expect(statSync(store.path($file)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  expect(readFileSync(store.path($file))).toEqual(pdfBytes('text'));
});
