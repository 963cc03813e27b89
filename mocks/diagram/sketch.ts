import { fitText, LINE_HEIGHT } from './fit-text';
import type { Point, Rect } from './geometry';
import { centre } from './geometry';
import type { Typeface, Weight } from './typeface';
import { CAP_HEIGHT } from './typeface';

export interface Stroke {
  colour: string;
  width?: number;
  dashed?: boolean;
}

export interface Label {
  size?: number;
  least?: number;
  weight?: Weight;
  lines?: number;
  colour: string;
  align?: 'left' | 'centre' | 'right';
}

/** A drawn text with the box that it had to stay inside: what the tests look at. */
export interface PlacedText {
  text: string;
  bounds: Rect;
  box: Rect;
}

export interface Sketch {
  rect(rect: Rect, look: { fill?: string; stroke?: string; radius?: number; width?: number; dashed?: boolean }): void;
  circle(at: Point, radius: number, look: { fill?: string; stroke?: string; width?: number }): void;
  /** A polyline; with `arrow` a head at its last point. Corners are rounded. */
  line(points: readonly Point[], stroke: Stroke & { arrow?: boolean; round?: number }): void;
  polygon(points: readonly Point[], look: { fill?: string; stroke?: string; width?: number }): void;
  /** Sets a text into a box, smaller or shorter where it must. Returns its bounds, undefined where left out. */
  label(text: string, box: Rect, label: Label): Rect | undefined;
  measure(text: string, size: number, weight?: Weight): number;
  svg(viewBox: { w: number; h: number }, pixels: { width: number; height: number }): string;
  texts: readonly PlacedText[];
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

function paint(look: { fill?: string; stroke?: string; width?: number; dashed?: boolean }): string {
  const stroke = look.stroke ? ` stroke="${look.stroke}" stroke-width="${n(look.width ?? 1.4)}"` : '';
  return ` fill="${look.fill ?? 'none'}"${stroke}${look.dashed ? ' stroke-dasharray="5 4"' : ''}`;
}

/** Path data of a polyline whose corners are arcs of `round` at most. */
function roundedPath(points: readonly Point[], round: number): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${n(point.x)} ${n(point.y)}`;
      if (!after) return `L${n(point.x)} ${n(point.y)}`;
      const back = Math.hypot(point.x - before.x, point.y - before.y);
      const ahead = Math.hypot(after.x - point.x, after.y - point.y);
      const arc = Math.min(round, back / 2, ahead / 2);
      const from = {
        x: point.x + ((before.x - point.x) / (back || 1)) * arc,
        y: point.y + ((before.y - point.y) / (back || 1)) * arc,
      };
      const to = {
        x: point.x + ((after.x - point.x) / (ahead || 1)) * arc,
        y: point.y + ((after.y - point.y) / (ahead || 1)) * arc,
      };
      return `L${n(from.x)} ${n(from.y)}Q${n(point.x)} ${n(point.y)} ${n(to.x)} ${n(to.y)}`;
    })
    .join('');
}

const HEAD = 9;

/** Collects SVG. Text becomes glyph outlines, for the rasteriser draws no text elements. */
export function createSketch(typeface: Typeface): Sketch {
  const parts: string[] = [];
  const texts: PlacedText[] = [];
  const used = new Set<string>();

  function polygon(points: readonly Point[], look: { fill?: string; stroke?: string; width?: number }): void {
    parts.push(`<polygon points="${points.map((point) => `${n(point.x)},${n(point.y)}`).join(' ')}"${paint(look)}/>`);
  }

  function head(from: Point, tip: Point, colour: string): void {
    const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
    const ux = (tip.x - from.x) / length;
    const uy = (tip.y - from.y) / length;
    const back = { x: tip.x - ux * HEAD, y: tip.y - uy * HEAD };
    const half = HEAD * 0.45;
    polygon([tip, { x: back.x - uy * half, y: back.y + ux * half }, { x: back.x + uy * half, y: back.y - ux * half }], {
      fill: colour,
    });
  }

  return {
    texts,
    polygon,
    rect(rect, look) {
      const radius = look.radius ? ` rx="${n(look.radius)}"` : '';
      parts.push(
        `<rect x="${n(rect.x)}" y="${n(rect.y)}" width="${n(rect.w)}" height="${n(rect.h)}"${radius}${paint(look)}/>`,
      );
    },
    circle(at, radius, look) {
      parts.push(`<circle cx="${n(at.x)}" cy="${n(at.y)}" r="${n(radius)}"${paint(look)}/>`);
    },
    line(points, stroke) {
      const tip = points.at(-1);
      const before = points.at(-2);
      if (!tip || !before) return;
      const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
      const shorter = stroke.arrow ? HEAD - 2 : 0;
      const end = {
        x: tip.x - ((tip.x - before.x) / length) * shorter,
        y: tip.y - ((tip.y - before.y) / length) * shorter,
      };
      const data = roundedPath([...points.slice(0, -1), end], stroke.round ?? 6);
      const look = { stroke: stroke.colour, width: stroke.width ?? 1.6, ...(stroke.dashed && { dashed: true }) };
      parts.push(`<path d="${data}"${paint(look)}/>`);
      if (stroke.arrow) head(before, tip, stroke.colour);
    },
    label(text, box, label) {
      const weight = label.weight ?? 'regular';
      const size = label.size ?? 16;
      const fitting = {
        width: box.w,
        height: box.h,
        size,
        least: label.least ?? size * 0.75,
        lines: label.lines ?? 1,
        weight,
      };
      const fitted = fitText(typeface, text, fitting);
      if (!fitted) return undefined;
      const step = fitted.size * LINE_HEIGHT;
      const height = CAP_HEIGHT * fitted.size + step * (fitted.lines.length - 1);
      const top = centre(box).y - height / 2;
      const spare = box.w - fitted.width;
      const left = box.x + (label.align === 'left' ? 0 : label.align === 'right' ? spare : spare / 2);
      fitted.lines.forEach((line, index) => {
        const free = fitted.width - typeface.width(line, fitted.size, weight);
        const x = left + (label.align === 'left' ? 0 : label.align === 'right' ? free : free / 2);
        const y = top + CAP_HEIGHT * fitted.size + index * step;
        const glyphs = typeface.glyphs(line, weight).filter((glyph) => typeface.outline(glyph.key) !== '');
        for (const { key } of glyphs) used.add(key);
        const places = glyphs.map((glyph) => `<use href="#${glyph.key}" x="${glyph.x}"/>`).join('');
        parts.push(
          `<g fill="${label.colour}" transform="translate(${n(x)} ${n(y)}) scale(${fitted.size / 1000})">${places}</g>`,
        );
      });
      const bounds = { x: left, y: top, w: fitted.width, h: height };
      texts.push({ text: fitted.lines.join(' '), bounds, box });
      return bounds;
    },
    measure: (text, size, weight = 'regular') => typeface.width(text, size, weight),
    svg(viewBox, pixels) {
      const outlines = [...used].sort().map((key) => `<path id="${key}" d="${typeface.outline(key)}"/>`);
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}" ` +
        `viewBox="0 0 ${n(viewBox.w)} ${n(viewBox.h)}" stroke-linecap="round" stroke-linejoin="round">` +
        `<defs>${outlines.join('')}</defs>${parts.join('')}</svg>`
      );
    },
  };
}
