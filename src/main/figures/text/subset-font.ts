import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

interface SubsetExports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS: glyphs keep their numbers. */
const FLAGS = 0x1 | 0x2;
const WRITABLE = 2;

/** A font with these glyphs only, under their own numbers: a few kB instead of a few hundred. */
export async function subsetFont(font: Uint8Array, glyphs: Iterable<number>): Promise<Uint8Array> {
  const path = createRequire(__filename).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  // a new instance for each font: what it allocates goes with it
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(await readFile(path)), {});
  const harfbuzz = exports as unknown as SubsetExports;
  harfbuzz._initialize();
  const copy = harfbuzz.malloc(font.byteLength);
  if (copy === 0) throw new Error('HarfBuzz is out of memory');
  new Uint8Array(harfbuzz.memory.buffer).set(font, copy);
  const face = harfbuzz.hb_face_create(harfbuzz.hb_blob_create(copy, font.byteLength, WRITABLE, 0, 0), 0);
  const input = harfbuzz.hb_subset_input_create_or_fail();
  harfbuzz.hb_subset_input_set_flags(input, FLAGS);
  const set = harfbuzz.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) harfbuzz.hb_set_add(set, glyph);
  const subset = harfbuzz.hb_subset_or_fail(face, input);
  if (subset === 0) throw new Error('the font cannot be cut down');
  const blob = harfbuzz.hb_face_reference_blob(subset);
  const data = harfbuzz.hb_blob_get_data(blob, 0);
  return new Uint8Array(harfbuzz.memory.buffer).slice(data, data + harfbuzz.hb_blob_get_length(blob));
}
