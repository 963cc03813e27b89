import type { PathStep } from './path-data';
import { shapePath } from './shapes';
import { parseColour, parseLength, readStyleSheets, styleOf, type Colour, type Style } from './style';
import { IDENTITY, parseTransform, type Matrix } from './transform';
import { elementsOf, parseXml, type XmlElement } from './xml';

export interface TextRequest {
  text: string;
  x: number;
  y: number;
  size: number;
  bold: boolean;
  anchor: 'start' | 'middle' | 'end';
  fill: Colour;
}

export interface Paint {
  fill: { colour: Colour; evenOdd: boolean } | undefined;
  stroke:
    | { colour: Colour; width: number; cap: string; join: string; miter: number; dash: number[]; offset: number }
    | undefined;
}

/** What a plot is drawn on. */
export interface VectorCanvas {
  save(): void;
  restore(): void;
  transform(matrix: Matrix): void;
  clip(path: readonly PathStep[], evenOdd: boolean): void;
  path(path: readonly PathStep[], paint: Paint): void;
  /** Answers with the width that was drawn, in user units. */
  text(request: TextRequest): Promise<number>;
  image(bytes: Uint8Array, rect: { x: number; y: number; w: number; h: number }): Promise<void>;
}

/** The drawing uses something that is not understood; it is then shown as pixels, which always works. */
export class UnsupportedSvg extends Error {}

const IGNORED = new Set([
  'defs',
  'style',
  'title',
  'desc',
  'metadata',
  'script',
  'clipPath',
  'symbol',
  'namedview',
  'sodipodi:namedview',
]);
const GROUPS = new Set(['g', 'a', 'svg']);
/** A drawing whose parts use each other over and over would never end. */
const MOST_ELEMENTS = 500_000;

const target = (element: XmlElement) => (element.attributes['href'] ?? element.attributes['xlink:href'] ?? '').trim();
const localUrl = (value: string | undefined) => /^url\(\s*["']?#([^"')]+)["']?\s*\)$/.exec(value ?? '')?.[1];

/** Draws an SVG of this size into a canvas whose units are the SVG's pixels. Throws UnsupportedSvg. */
export async function drawSvg(
  source: string,
  size: { width: number; height: number },
  canvas: VectorCanvas,
): Promise<void> {
  const root = parseXml(source);
  const rules = root && readStyleSheets(root);
  if (!root || !rules) throw new UnsupportedSvg('structure');
  const byId = new Map<string, XmlElement>();
  const index = (element: XmlElement): void => {
    const { id } = element.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    elementsOf(element).forEach(index);
  };
  index(root);
  let count = 0;

  const matrixOf = (element: XmlElement): Matrix => {
    const { transform } = element.attributes;
    const matrix = transform === undefined ? IDENTITY : parseTransform(transform);
    if (!matrix) throw new UnsupportedSvg('transform');
    return matrix;
  };

  function clip(style: Style): void {
    const value = style['clip-path'];
    if (value === undefined || value === 'none') return;
    const element = byId.get(localUrl(value) ?? '');
    const shapes = element ? elementsOf(element) : [];
    const [shape] = shapes;
    const path = shape && shapePath(shape);
    // several shapes would have to be joined, others' units to be known
    if (!shape || !path || shapes.length > 1 || element?.attributes['clipPathUnits'] === 'objectBoundingBox')
      throw new UnsupportedSvg('clip-path');
    if (shape.attributes['transform'] !== undefined || element?.attributes['transform'] !== undefined)
      throw new UnsupportedSvg('clip-path');
    canvas.clip(path, styleOf(shape, {}, rules ?? [])['clip-rule'] === 'evenodd');
  }

  function colour(style: Style, name: 'fill' | 'stroke', opacity: number): Colour | null {
    const parsed = parseColour(style[name] ?? (name === 'fill' ? 'black' : 'none'), style['color'] ?? 'black');
    if (parsed === undefined) throw new UnsupportedSvg(`${name} ${style[name] ?? ''}`);
    const own = Number(style[`${name}-opacity`] ?? 1);
    return parsed && { ...parsed, alpha: parsed.alpha * opacity * (Number.isFinite(own) ? own : 1) };
  }

  function paintOf(style: Style, opacity: number): Paint {
    const fill = colour(style, 'fill', opacity);
    const stroke = colour(style, 'stroke', opacity);
    const width = parseLength(style['stroke-width'], 1);
    const dash = (style['stroke-dasharray'] ?? 'none').split(/[\s,]+/).map((part) => parseLength(part, NaN));
    return {
      fill: fill ? { colour: fill, evenOdd: style['fill-rule'] === 'evenodd' } : undefined,
      stroke:
        stroke && width > 0
          ? {
              ...{
                colour: stroke,
                width,
                cap: style['stroke-linecap'] ?? 'butt',
                join: style['stroke-linejoin'] ?? 'miter',
              },
              miter: Number(style['stroke-miterlimit'] ?? 4),
              dash: dash.every(Number.isFinite) ? dash : [],
              offset: parseLength(style['stroke-dashoffset'], 0),
            }
          : undefined,
    };
  }

  async function text(element: XmlElement, style: Style, opacity: number): Promise<void> {
    let pen = { x: 0, y: 0 };
    const visit = async (part: XmlElement, own: Style): Promise<void> => {
      const { x, y, dx, dy, textLength, rotate } = part.attributes;
      if (textLength !== undefined || rotate !== undefined || /[\s,]\S/.test((x ?? '').trim()))
        throw new UnsupportedSvg('text');
      pen = { x: parseLength(x, pen.x) + parseLength(dx, 0), y: parseLength(y, pen.y) + parseLength(dy, 0) };
      for (const child of part.children) {
        if (typeof child !== 'string') {
          if (child.name === 'tspan') await visit(child, styleOf(child, own, rules ?? []));
          else if (!IGNORED.has(child.name)) throw new UnsupportedSvg(child.name);
          continue;
        }
        const shown = child.replace(/\s+/g, ' ');
        const fill = colour(own, 'fill', opacity);
        if (shown.trim() === '' || !fill) continue;
        const anchor = own['text-anchor'];
        const bold = /^(?:bold|bolder|[6-9]00)$/.test(own['font-weight'] ?? '');
        const width = await canvas.text({
          ...{ text: shown.trim(), ...pen, fill, bold, size: parseLength(own['font-size'], 16) },
          anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
        });
        pen = { ...pen, x: pen.x + width };
      }
    };
    await visit(element, style);
  }

  async function image(element: XmlElement): Promise<void> {
    const data = /^data:image\/(?:png|jpe?g);base64,([\s\S]*)$/i.exec(target(element));
    if (!data) throw new UnsupportedSvg('image');
    const n = (key: string) => parseLength(element.attributes[key], 0);
    const rect = { x: n('x'), y: n('y'), w: n('width'), h: n('height') };
    if (rect.w > 0 && rect.h > 0) await canvas.image(Buffer.from(data[1] ?? '', 'base64'), rect);
  }

  async function visit(element: XmlElement, parent: Style, opacityAbove: number, depth: number): Promise<void> {
    count += 1;
    if (count > MOST_ELEMENTS || depth > 100) throw new UnsupportedSvg('size');
    if (IGNORED.has(element.name)) return;
    const style = styleOf(element, parent, rules ?? []);
    for (const name of ['filter', 'mask', 'marker', 'marker-start', 'marker-mid', 'marker-end'])
      if ((style[name] ?? 'none') !== 'none') throw new UnsupportedSvg(name);
    if (style['display'] === 'none') return;
    const ownOpacity = Number(style['opacity'] ?? 1);
    const opacity = opacityAbove * (Number.isFinite(ownOpacity) ? ownOpacity : 1);
    canvas.save();
    canvas.transform(matrixOf(element));
    clip(style);
    const path = shapePath(element);
    if (GROUPS.has(element.name)) {
      if (element.name === 'svg' && depth > 0) throw new UnsupportedSvg('svg');
      for (const child of elementsOf(element)) await visit(child, style, opacity, depth + 1);
    } else if (element.name === 'use') {
      const used = byId.get(target(element).replace(/^#/, ''));
      if (!used || used.name === 'symbol' || used.name === 'svg') throw new UnsupportedSvg('use');
      const n = (key: string) => parseLength(element.attributes[key], 0);
      canvas.transform([1, 0, 0, 1, n('x'), n('y')]);
      await visit(used, style, opacity, depth + 1);
    } else if (style['visibility'] === 'hidden') {
      // takes its room, shows nothing
    } else if (path) canvas.path(path, paintOf(style, opacity));
    else if (element.name === 'text') await text(element, style, opacity);
    else if (element.name === 'image') await image(element);
    else throw new UnsupportedSvg(element.name);
    canvas.restore();
  }

  const box = (root.attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, width = 0, height = 0] = box;
  canvas.save();
  if (box.length === 4 && width > 0 && height > 0) {
    const scale = Math.min(size.width / width, size.height / height);
    const dx = (size.width - width * scale) / 2 - left * scale;
    const dy = (size.height - height * scale) / 2 - top * scale;
    canvas.transform([scale, 0, 0, scale, dx, dy]);
  }
  await visit(root, {}, 1, 0);
  canvas.restore();
}
