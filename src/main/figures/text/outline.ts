import type { Font, PathCommand } from 'opentype.js/dist/opentype.mjs';
import { prepareHinting } from './hinting';

/** Points of a glyph around its origin, in pixels, y downwards. */
export type Outline = readonly PathCommand[];

/**
 * A glyph at a size. With `hinted`, heights follow the font's own instructions, which puts its horizontal edges on
 * whole pixels, while widths stay as drawn: what FreeType does by default, and so what the server's letters look like.
 */
export function glyphOutline(font: Font, id: number, size: number, hinted: boolean): Outline {
  const glyph = font.glyphs.get(id);
  const plain = glyph.getPath(0, 0, size).commands;
  if (!hinted) return plain;
  prepareHinting(font, size);
  const moved = glyph.getPath(0, 0, size, { hinting: true }, font).commands;
  // instructions move points, they do not add any: where the two differ, something else was drawn
  if (moved.length !== plain.length) return plain;
  return plain.map((command, index): PathCommand => {
    const other = moved[index];
    if (command.type === 'Z' || other?.type !== command.type) return command;
    if (command.type === 'Q' && other.type === 'Q') return { ...command, y1: other.y1, y: other.y };
    if (command.type === 'C' && other.type === 'C') return { ...command, y1: other.y1, y2: other.y2, y: other.y };
    return { ...command, y: (other as { y: number }).y };
  });
}

/** Smallest box around an outline. Control points count: they are off the curve by less than a pixel in letters. */
export function outlineBounds(
  outline: Outline,
): { left: number; right: number; top: number; bottom: number } | undefined {
  let box: { left: number; right: number; top: number; bottom: number } | undefined;
  const include = (x: number, y: number) => {
    box ??= { left: x, right: x, top: y, bottom: y };
    box = {
      left: Math.min(box.left, x),
      right: Math.max(box.right, x),
      top: Math.min(box.top, y),
      bottom: Math.max(box.bottom, y),
    };
  };
  for (const command of outline) {
    if (command.type === 'Z') continue;
    include(command.x, command.y);
    if (command.type === 'Q' || command.type === 'C') include(command.x1, command.y1);
    if (command.type === 'C') include(command.x2, command.y2);
  }
  return box;
}
