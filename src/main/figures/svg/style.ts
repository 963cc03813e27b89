import { elementsOf, type XmlElement } from './xml';

export type Style = Readonly<Record<string, string>>;

/** Properties that children take over from their parents. */
const INHERITED = new Set([
  ...['fill', 'fill-rule', 'fill-opacity', 'clip-rule', 'color', 'visibility', 'text-anchor'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'font-size', 'font-family', 'font-weight', 'font-style'],
]);
const OWN = new Set([
  'opacity',
  'display',
  'clip-path',
  'filter',
  'mask',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
]);

interface StyleRule {
  selector: string;
  properties: Style;
}

function declarations(text: string): Style {
  const pairs = text.split(';').flatMap((part) => {
    const colon = part.indexOf(':');
    if (colon < 0) return [];
    return [
      [
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .replace(/!important/i, '')
          .trim(),
      ] as const,
    ];
  });
  return Object.fromEntries(pairs);
}

/** The style sheets of an SVG; undefined where a selector says more than one name, class or id. */
export function readStyleSheets(root: XmlElement): StyleRule[] | undefined {
  const rules: StyleRule[] = [];
  const visit = (element: XmlElement): boolean => {
    if (element.name === 'style') {
      const text = element.children
        .filter((child) => typeof child === 'string')
        .join('')
        .replace(/\/\*[\s\S]*?\*\//g, '');
      for (const [, selectors = '', body = ''] of text.matchAll(/([^{}]+)\{([^}]*)\}/g)) {
        for (const selector of selectors.split(',').map((own) => own.trim())) {
          if (!/^(?:\*|[\w-]+|[.#][\w-]+)$/.test(selector)) return false;
          rules.push({ selector, properties: declarations(body) });
        }
      }
    }
    return elementsOf(element).every(visit);
  };
  return visit(root) ? rules : undefined;
}

function matches(selector: string, { name, attributes }: XmlElement): boolean {
  if (selector === '*' || selector === name) return true;
  if (selector.startsWith('#')) return attributes['id'] === selector.slice(1);
  return selector.startsWith('.') && (attributes['class'] ?? '').split(/\s+/).includes(selector.slice(1));
}

const weight = (selector: string): number =>
  selector.startsWith('#') ? 3 : selector.startsWith('.') ? 2 : selector === '*' ? 0 : 1;

/** What holds for an element: its parent's, its attributes, the sheets by their weight, its own style. */
export function styleOf(element: XmlElement, parent: Style, rules: readonly StyleRule[]): Style {
  const inherited = Object.entries(parent).filter(([name]) => INHERITED.has(name));
  const presented = Object.entries(element.attributes).filter(([name]) => INHERITED.has(name) || OWN.has(name));
  const sheets = rules
    .filter(({ selector }) => matches(selector, element))
    .sort((a, b) => weight(a.selector) - weight(b.selector))
    .flatMap(({ properties }) => Object.entries(properties));
  const own = Object.entries(declarations(element.attributes['style'] ?? ''));
  const kept = [...presented, ...sheets, ...own].filter(([, value]) => value !== 'inherit');
  return { ...Object.fromEntries(inherited), ...Object.fromEntries(kept) };
}

const NAMES: Record<string, string> = {
  ...{ black: '#000000', white: '#ffffff', red: '#ff0000', green: '#008000', blue: '#0000ff', yellow: '#ffff00' },
  ...{ gray: '#808080', grey: '#808080', silver: '#c0c0c0', lightgray: '#d3d3d3', lightgrey: '#d3d3d3' },
  ...{ darkgray: '#a9a9a9', darkgrey: '#a9a9a9', orange: '#ffa500', purple: '#800080', cyan: '#00ffff' },
  ...{ magenta: '#ff00ff', brown: '#a52a2a', pink: '#ffc0cb', navy: '#000080', teal: '#008080', lime: '#00ff00' },
  ...{ olive: '#808000', maroon: '#800000', steelblue: '#4682b4', tomato: '#ff6347', crimson: '#dc143c' },
};

export interface Colour {
  /** 0 to 1 each. */
  rgb: [number, number, number];
  alpha: number;
}

/** null: nothing is painted. undefined: something that is no plain colour. */
export function parseColour(text: string, current: string): Colour | null | undefined {
  const value = text.trim().toLowerCase();
  if (value === 'none' || value === 'transparent') return null;
  if (value === 'currentcolor') return current === 'currentcolor' ? undefined : parseColour(current, 'black');
  const hex = (NAMES[value] ?? value).replace(/^#([\da-f])([\da-f])([\da-f])$/, '#$1$1$2$2$3$3');
  const six = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(hex);
  if (six) {
    const [r = 0, g = 0, b = 0] = six.slice(1).map((part) => parseInt(part, 16) / 255);
    return { rgb: [r, g, b], alpha: 1 };
  }
  const call = /^rgba?\(([^)]*)\)$/.exec(value);
  if (!call) return undefined;
  const parts = (call[1] ?? '').split(/[\s,/]+/).filter(Boolean);
  const [r = NaN, g = NaN, b = NaN] = parts
    .slice(0, 3)
    .map((part) => parseFloat(part) / (part.endsWith('%') ? 100 : 255));
  const last = parts[3];
  const alpha = last === undefined ? 1 : parseFloat(last) / (last.endsWith('%') ? 100 : 1);
  return [r, g, b, alpha].every(Number.isFinite) ? { rgb: [r, g, b], alpha } : undefined;
}

/** A length in user units. */
export function parseLength(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const found = /^\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*$/i.exec(text);
  if (!found) return otherwise;
  const units: Record<string, number> = { pt: 96 / 72, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };
  return Number(found[1]) * (units[(found[2] ?? '').toLowerCase()] ?? 1);
}
