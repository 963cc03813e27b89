import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A glyph as shaped: numbers in the units of the scale that was asked for. */
export interface ShapedGlyph {
  id: number;
  /** Index of the first UTF-16 unit that it stands for. */
  cluster: number;
  advance: number;
  x: number;
  y: number;
}

export interface ShapingFace {
  /** `scale` units are one em. */
  shape(run: ShapingRun, scale: number): ShapedGlyph[];
  has(codePoint: number): boolean;
}

/** Part of a text in one script and one direction. */
export interface ShapingRun {
  text: string;
  start: number;
  end: number;
  rightToLeft: boolean;
}

/** The calls of HarfBuzz that are used. Pointers are numbers. */
interface HarfBuzzExports {
  memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_font_create(face: number): number;
  hb_font_set_scale(font: number, x: number, y: number): void;
  hb_font_get_nominal_glyph(font: number, codePoint: number, answer: number): number;
  hb_buffer_create(): number;
  hb_buffer_destroy(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, start: number, count: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_buffer_get_length(buffer: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

const LEFT_TO_RIGHT = 4;
const RIGHT_TO_LEFT = 5;
const WRITABLE = 2;
/** Both of HarfBuzz's records, hb_glyph_info_t and hb_glyph_position_t, have five words of 32 bits. */
const WORDS = 5;

let loading: Promise<HarfBuzzExports> | undefined;

/**
 * HarfBuzz by its WebAssembly alone. The package's own JavaScript is an ES module with a top-level await, which
 * neither the bundled worker nor Electron 25 can load; the few calls that shaping needs are bound here instead.
 */
async function load(): Promise<HarfBuzzExports> {
  const path = createRequire(__filename).resolve('harfbuzzjs/dist/harfbuzz.wasm');
  const module = await WebAssembly.compile(await readFile(path));
  const unexpected = (name: string) => () => {
    throw new Error(`HarfBuzz called ${name}`);
  };
  const { exports } = await WebAssembly.instantiate(module, {
    wasi_snapshot_preview1: { proc_exit: unexpected('proc_exit') },
    env: {
      _emscripten_runtime_keepalive_clear: unexpected('keepalive_clear'),
      _abort_js: unexpected('abort'),
      _setitimer_js: unexpected('setitimer'),
      emscripten_resize_heap: (bytes: number) => grow(bytes >>> 0),
    },
  });
  const harfbuzz = exports as unknown as HarfBuzzExports;
  function grow(bytes: number): number {
    try {
      harfbuzz.memory.grow(Math.ceil((bytes - harfbuzz.memory.buffer.byteLength) / 65_536));
      return 1;
    } catch {
      return 0;
    }
  }
  harfbuzz.__wasm_call_ctors();
  return harfbuzz;
}

/** Opens the first face of a font. The bytes are copied. */
export async function openFace(bytes: Uint8Array): Promise<ShapingFace> {
  loading ??= load();
  const harfbuzz = await loading;
  const copy = harfbuzz.malloc(bytes.byteLength);
  if (copy === 0) throw new Error('HarfBuzz is out of memory');
  new Uint8Array(harfbuzz.memory.buffer).set(bytes, copy);
  const blob = harfbuzz.hb_blob_create(copy, bytes.byteLength, WRITABLE, 0, 0);
  const font = harfbuzz.hb_font_create(harfbuzz.hb_face_create(blob, 0));
  return {
    shape: (run, scale) => shape(harfbuzz, font, run, scale),
    has(codePoint) {
      const answer = harfbuzz.malloc(4);
      const found = harfbuzz.hb_font_get_nominal_glyph(font, codePoint, answer) !== 0;
      harfbuzz.free(answer);
      return found;
    },
  };
}

function shape(harfbuzz: HarfBuzzExports, font: number, run: ShapingRun, scale: number): ShapedGlyph[] {
  const { text, start, end, rightToLeft } = run;
  const buffer = harfbuzz.hb_buffer_create();
  const units = harfbuzz.malloc(Math.max(text.length * 2, 4));
  const heap = new DataView(harfbuzz.memory.buffer);
  harfbuzz.hb_buffer_set_direction(buffer, rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
  for (let index = 0; index < text.length; index += 1) heap.setUint16(units + index * 2, text.charCodeAt(index), true);
  // the text around a run decides how its first and last letters join
  harfbuzz.hb_buffer_add_utf16(buffer, units, text.length, start, end - start);
  // the script is that of the run's first letter
  harfbuzz.hb_buffer_guess_segment_properties(buffer);
  harfbuzz.hb_font_set_scale(font, scale, scale);
  harfbuzz.hb_shape(font, buffer, 0, 0);

  const count = harfbuzz.hb_buffer_get_length(buffer);
  const infos = harfbuzz.hb_buffer_get_glyph_infos(buffer, 0);
  const positions = harfbuzz.hb_buffer_get_glyph_positions(buffer, 0);
  const words = new DataView(harfbuzz.memory.buffer);
  const word = (record: number, index: number, field: number) =>
    words.getInt32(record + (index * WORDS + field) * 4, true);
  const glyphs = Array.from({ length: count }, (_, index) => ({
    id: word(infos, index, 0),
    cluster: word(infos, index, 2),
    advance: word(positions, index, 0),
    x: word(positions, index, 2),
    y: word(positions, index, 3),
  }));
  harfbuzz.hb_buffer_destroy(buffer);
  harfbuzz.free(units);
  return glyphs;
}
