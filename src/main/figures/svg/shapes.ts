import { parsePath, type PathStep } from './path-data';
import { parseLength } from './style';
import type { XmlElement } from './xml';

/** A basic shape as a path; undefined for an element that is no shape. */
export function shapePath({ name, attributes }: XmlElement): PathStep[] | undefined {
  const n = (key: string, otherwise = 0) => parseLength(attributes[key], otherwise);
  switch (name) {
    case 'path':
      return parsePath(attributes['d'] ?? '');
    case 'line':
      return parsePath(`M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`);
    case 'polyline':
    case 'polygon':
      return parsePath(`M${attributes['points'] ?? ''}${name === 'polygon' ? 'z' : ''}`);
    case 'rect': {
      const [x, y, w, h] = [n('x'), n('y'), n('width'), n('height')];
      const rx = Math.min(w / 2, n('rx', n('ry')));
      const ry = Math.min(h / 2, n('ry', n('rx')));
      if (rx <= 0 || ry <= 0) return parsePath(`M${x} ${y}h${w}v${h}h${-w}z`);
      const corner = (dx: number, dy: number) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
      const sides = [`h${w - 2 * rx}`, `v${h - 2 * ry}`, `h${2 * rx - w}`, `v${2 * ry - h}`];
      return parsePath(
        `M${x + rx} ${y}${sides[0]}${corner(rx, ry)}${sides[1]}${corner(-rx, ry)}${sides[2]}${corner(-rx, -ry)}${sides[3]}${corner(rx, -ry)}z`,
      );
    }
    case 'circle':
    case 'ellipse': {
      const rx = name === 'circle' ? n('r') : n('rx');
      const ry = name === 'circle' ? n('r') : n('ry');
      return parsePath(`M${n('cx') - rx} ${n('cy')}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0z`);
    }
    default:
      return undefined;
  }
}
