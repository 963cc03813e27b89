import type { Mask } from '../../../shared/page';
import { coverOutline } from './coverage';
import { splitRuns } from './runs';
import type { SizedGlyph, Typeface } from './typeface';

/** The fonts that labels are drawn with. */
export interface LabelFonts {
  main: Typeface;
  /**
   * Asked in this order for letters that the main font lacks; without one the main font draws its box. Opened when
   * the first such letter comes, for they are large.
   */
  others(): Promise<readonly Typeface[]>;
}

export interface PlacedGlyph {
  face: Typeface;
  id: number;
  x: number;
  y: number;
  /** The characters that it stands for; none for the second of two glyphs for one. */
  text: string;
}

export interface LabelText {
  size: number;
  /** As the server measures: from the pen, or ink left of it, to the advance, or ink beyond it. */
  width: number;
  glyphs: readonly PlacedGlyph[];
  /** Characters that the main font lacks: the server draws a box for each. */
  missing: string;
}

/** HarfBuzz's positions are 64ths of a pixel, as FreeType's. */
const UNIT = 64;
const toPixel = (units: number): number => (units + UNIT / 2) >> 6;

/** Signs that are never drawn of themselves. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Mn}\ufe00-\ufe0f]/u;

/** Shapes a label and places its glyphs on whole pixels. */
export async function layOutLabel(text: string, size: number, { main, others }: LabelFonts): Promise<LabelText> {
  const has = (face: Typeface, character: string) => face.has(character.codePointAt(0) ?? 0);
  const missing = Array.from(text).filter((character) => !INVISIBLE.test(character) && !has(main, character));
  const faces = missing.length > 0 ? await others() : [];
  const runs = splitRuns<Typeface>(text, (character, before) => {
    if (before && INVISIBLE.test(character)) return before;
    if (has(main, character)) return main;
    return faces.find((face) => has(face, character)) ?? main;
  });
  const glyphs: PlacedGlyph[] = [];
  let pen = 0;
  let left = 0;
  let right = 0;
  for (const run of runs) {
    const shaped = run.face.shape(run, size * UNIT);
    const ends = [...new Set(shaped.map(({ cluster }) => cluster)), run.end].sort((a, b) => a - b);
    let lastCluster = -1;
    for (const { id, cluster, advance, x, y } of shaped) {
      const at = toPixel(pen + x);
      const own =
        cluster === lastCluster
          ? ''
          : text.slice(
              cluster,
              ends.find((end) => end > cluster),
            );
      lastCluster = cluster;
      glyphs.push({ face: run.face, id, x: at, y: -toPixel(y), text: own });
      const { bounds } = run.face.glyph(id, size);
      if (bounds) {
        left = Math.min(left, at + Math.floor(bounds.left));
        right = Math.max(right, at + Math.ceil(bounds.right));
      }
      pen += advance;
    }
  }
  return { size, width: Math.max(toPixel(pen), right) - left, glyphs, missing: [...new Set(missing)].join('') };
}

/** The glyphs' coverage with the pen at (x, y), made `scale` times as large; x and y are already scaled. */
export function* labelMasks(label: LabelText, x: number, y: number, scale = 1): Generator<Mask> {
  for (const placed of label.glyphs) {
    const { outline, bounds } = scaled(placed.face.glyph(placed.id, label.size), scale);
    const mask = coverOutline(outline, bounds, x + placed.x * scale, y + placed.y * scale);
    if (mask) yield mask;
  }
}

function scaled({ outline, bounds }: SizedGlyph, scale: number): SizedGlyph {
  if (scale === 1 || !bounds) return { outline, bounds };
  const { left, right, top, bottom } = bounds;
  return {
    outline: outline.map((command) => {
      if (command.type === 'Z') return command;
      const end = { x: command.x * scale, y: command.y * scale };
      if (command.type === 'Q') return { ...command, ...end, x1: command.x1 * scale, y1: command.y1 * scale };
      if (command.type !== 'C') return { ...command, ...end };
      const [x1, y1, x2, y2] = [command.x1, command.y1, command.x2, command.y2].map((value) => value * scale);
      return { ...command, ...end, x1: x1 ?? 0, y1: y1 ?? 0, x2: x2 ?? 0, y2: y2 ?? 0 };
    }),
    bounds: { left: left * scale, right: right * scale, top: top * scale, bottom: bottom * scale },
  };
}
