import { sniff } from './sniff';
import { svgAttributes, svgTags } from './svg-tokens';

/**
 * What painting an SVG costs at most, estimated from its text: a few lines of nested `use` are a thousand million shapes.
 * Elements are counted as often as they are painted; filters and patterns count for what they do to pixels.
 */
const LIMITS = {
  bytes: 12_000_000,
  /** Shapes that are painted, counted through every `use`, pattern, mask, clip path and marker. */
  shapes: 300_000,
  depth: 500,
  filters: 500,
  /** Pixels of pictures inside it. */
  pixels: 50_000_000,
  /** Of its own width and height. */
  side: 32_768,
} as const;

/** What a pattern's tile counts for each shape that is filled with it. */
const TILES = 200;

interface Element {
  name: string;
  children: Element[];
  /** Other elements that are painted with it, and how often. */
  references: { id: string; times: number }[];
}

const localName = (name: string): string => name.replace(/^.*:/, '');
const REFERENCE = /url\(\s*["']?#([^"')\s]+)/g;

function referencesOf(name: string, attributes: Map<string, string>): Element['references'] {
  const found: Element['references'] = [];
  const href = attributes.get('href') ?? attributes.get('xlink:href');
  // gradients that inherit from each other paint nothing twice
  if (href?.startsWith('#') && !/Gradient$/.test(name)) found.push({ id: href.slice(1), times: 1 });
  for (const [attribute, value] of attributes) {
    if (value.length > 10_000 || !value.includes('url(')) continue;
    for (const [, id = ''] of value.matchAll(REFERENCE)) {
      const isPaint = attribute === 'fill' || attribute === 'stroke' || attribute === 'style';
      found.push({ id, times: isPaint ? TILES : attribute.startsWith('marker') ? 20 : 1 });
    }
  }
  return found;
}

/** Pixels of an embedded picture; Infinity for one that is a drawing itself. */
function pixelsOf(attributes: Map<string, string>): number {
  const href = attributes.get('href') ?? attributes.get('xlink:href') ?? '';
  const head = /^data:([^,;]*)[^,]*,/.exec(href.slice(0, 200));
  if (!head) return 0;
  if (/svg|xml/i.test(head[1] ?? '')) return Infinity;
  const bytes = Buffer.from(href.slice(head[0].length, head[0].length + 700_000), 'base64');
  const kind = sniff(bytes);
  return (kind?.width ?? 0) * (kind?.height ?? 0);
}

const DASHES = /stroke-dasharray\s*[:=]\s*["']?\s*([^"';>]+)/g;

/** Thousands of dashes a pixel: a line takes minutes. */
function hasTinyDashes(text: string): boolean {
  for (const [, list = ''] of text.matchAll(DASHES)) {
    const lengths = list
      .split(/[\s,]+/)
      .map(parseFloat)
      .filter(Number.isFinite);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    if (lengths.length > 0 && total > 0 && total < 0.05) return true;
  }
  return false;
}

/** An entity that is made of entities grows with every level. Names of name spaces, as programs write them, do not. */
const hasNestedEntities = (text: string): boolean =>
  /<!ENTITY[^>]*["'][^"'>]*&(?!#|amp;|lt;|gt;|quot;|apos;)/.test(text);

interface Drawing {
  root: Element;
  byId: Map<string, Element>;
}

function readDrawing(text: string): Drawing | undefined {
  const root: Element = { name: '', children: [], references: [] };
  const byId = new Map<string, Element>();
  const open = [root];
  const sums = { elements: 0, filters: 0, pixels: 0 };
  for (const { kind, name: fullName, attributes: written } of svgTags(text)) {
    if (kind === 'close') {
      if (open.length > 1) open.pop();
      continue;
    }
    const name = localName(fullName);
    const attributes = svgAttributes(written);
    sums.elements += 1;
    if (/^fe[A-Z]/.test(name)) sums.filters += 1;
    if (name === 'image' || name === 'feImage') sums.pixels += pixelsOf(attributes);
    if (name === 'foreignObject' || sums.filters > LIMITS.filters || sums.pixels > LIMITS.pixels) return undefined;
    const element: Element = { name, children: [], references: referencesOf(name, attributes) };
    open.at(-1)?.children.push(element);
    const id = attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    if (kind === 'open') open.push(element);
    if (open.length > LIMITS.depth || sums.elements > LIMITS.shapes) return undefined;
  }
  return { root, byId };
}

/** Times that something is painted; Infinity past the limit, and where something is made of itself. */
function costOf({ root, byId }: Drawing): number {
  const known = new Map<Element, number>();
  const under = new Set<Element>();
  function cost(element: Element, depth: number): number {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (under.has(element) || depth > LIMITS.depth) return Infinity;
    under.add(element);
    // what a filter does to a picture's pixels is a hundred shapes' work
    let sum = /^fe[A-Z]/.test(element.name) ? 100 : 1;
    for (const child of element.children) sum += cost(child, depth + 1);
    for (const { id, times } of element.references) {
      const target = byId.get(id);
      if (!target) continue;
      sum += cost(target, depth + 1) * (times === TILES && target.name !== 'pattern' ? 1 : times);
    }
    under.delete(element);
    known.set(element, sum);
    return sum;
  }
  return cost(root, 0);
}

function isHuge(text: string): boolean {
  const root = /<(?:[\w.-]+:)?svg\b[^>]*>/.exec(text)?.[0] ?? '';
  const sides = ['width', 'height'].map((side) => parseFloat(svgAttributes(root).get(side) ?? '0'));
  return sides.some((side) => side > LIMITS.side);
}

/** Whether an SVG may be painted by something that cannot be stopped. */
export function isCheapSvg(text: string): boolean {
  if (text.length > LIMITS.bytes || hasNestedEntities(text) || isHuge(text) || hasTinyDashes(text)) return false;
  const drawing = readDrawing(text);
  return drawing !== undefined && costOf(drawing) <= LIMITS.shapes;
}
