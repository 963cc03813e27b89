import { PDFDocument, rgb } from 'pdf-lib';
import type { PDFPage } from 'pdf-lib';

/** CSS pixels to points. */
const POINTS = 0.75;

const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const number = (tag: string, name: string): number => Number(attribute(tag, name) ?? 0);

function colour(value: string | undefined) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value ?? '');
  if (!hex) return undefined;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return rgb(red, green, blue);
}

/** An element of a sketch as path data. */
function pathOf(tag: string): string | undefined {
  if (tag.startsWith('<path')) return attribute(tag, 'd');
  if (tag.startsWith('<rect')) {
    const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => number(tag, name));
    return `M${x} ${y}h${w}v${h}h${-(w ?? 0)}Z`;
  }
  if (tag.startsWith('<circle')) {
    const r = number(tag, 'r');
    return `M${number(tag, 'cx') - r} ${number(tag, 'cy')}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  if (tag.startsWith('<polygon')) return `M${attribute(tag, 'points')?.replace(/ /g, 'L') ?? ''}Z`;
  return undefined;
}

function drawTag(page: PDFPage, tag: string, data: string, at: { x: number; y: number; scale: number }): void {
  const fill = colour(attribute(tag, 'fill'));
  const stroke = colour(attribute(tag, 'stroke'));
  page.drawSvgPath(data, {
    ...at,
    ...(fill && { color: fill }),
    ...(stroke && { borderColor: stroke, borderWidth: number(tag, 'stroke-width') }),
  });
}

/** A page of vectors from a sketch's SVG: its few kinds of elements, and no others. */
export async function svgToPdf(svg: string): Promise<Uint8Array> {
  const [, , w = 100, h = 100] = (attribute(svg, 'viewBox') ?? '').split(' ').map(Number);
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([w * POINTS, h * POINTS]);
  const outlines = new Map([...svg.matchAll(/<path id="(\w+)" d="([^"]*)"\/>/g)].map(([, id, data]) => [id, data]));
  const body = svg.slice(svg.indexOf('</defs>') + '</defs>'.length);
  for (const [element, glyphs] of body.matchAll(/<g [^>]*>(.*?)<\/g>|<(?:path|rect|circle|polygon) [^>]*\/>/g)) {
    if (glyphs === undefined) {
      const data = pathOf(element);
      if (data !== undefined) drawTag(page, element, data, { x: 0, y: h * POINTS, scale: POINTS });
      continue;
    }
    const [, x = 0, y = 0, size = 0] = (/translate\(([-\d.]+) ([-\d.]+)\) scale\(([-\d.e]+)\)/.exec(element) ?? []).map(
      Number,
    );
    for (const [, id, left] of glyphs.matchAll(/<use href="#(\w+)" x="(-?\d+)"\/>/g)) {
      const place = { x: (x + Number(left) * size) * POINTS, y: (h - y) * POINTS, scale: size * POINTS };
      drawTag(page, element.slice(0, element.indexOf('>')), outlines.get(id) ?? '', place);
    }
  }
  return document.save();
}
