import type { Random } from '../random';

export interface Hue {
  /** Pale ground of a block. */
  fill: string;
  /** Its edge. */
  line: string;
  /** Bars, chosen cells, arrows of this colour. */
  strong: string;
}

export interface Palette {
  ink: string;
  soft: string;
  faint: string;
  arrow: string;
  panel: string;
  panelLine: string;
  neutral: string;
  neutralLine: string;
  paper: string;
  hues: readonly [Hue, Hue, Hue];
}

const BASE: Omit<Palette, 'hues'> = {
  ink: '#24272c',
  soft: '#565b64',
  faint: '#8a9099',
  arrow: '#4b5058',
  panel: '#f5f6f8',
  panelLine: '#dcdfe5',
  neutral: '#ffffff',
  neutralLine: '#c3c8d0',
  paper: '#ffffff',
};

const BLUE: Hue = { fill: '#dfeaf6', line: '#7fa6cc', strong: '#4b7fb5' };
const ORANGE: Hue = { fill: '#fdebd3', line: '#dda660', strong: '#c9822f' };
const GREEN: Hue = { fill: '#e1f1e4', line: '#83b890', strong: '#4f9464' };
const TEAL: Hue = { fill: '#d9efee', line: '#74b3b0', strong: '#3a8a87' };
const ROSE: Hue = { fill: '#f9e1e1', line: '#d3908f', strong: '#b95f5e' };
const SAND: Hue = { fill: '#f5edd6', line: '#c9b172', strong: '#a58a3c' };
const SLATE: Hue = { fill: '#e3e8ef', line: '#94a3b8', strong: '#5d708b' };
const OLIVE: Hue = { fill: '#eef0d3', line: '#b0b667', strong: '#838b33' };
const BRICK: Hue = { fill: '#fae4d8', line: '#d99b78', strong: '#bf6c3f' };
const SKY: Hue = { fill: '#dcf0f9', line: '#79b7d3', strong: '#3d8bb0' };

/** Calm trios on white paper that stay apart for colour-blind readers too: their lightness differs in print. */
const TRIOS: readonly (readonly [Hue, Hue, Hue])[] = [
  [BLUE, ORANGE, GREEN],
  [TEAL, BRICK, SLATE],
  [SKY, SAND, ROSE],
  [SLATE, ORANGE, TEAL],
  [GREEN, ROSE, BLUE],
  [BLUE, OLIVE, BRICK],
  [TEAL, SAND, BLUE],
];

export function pickPalette(random: Random): Palette {
  return { ...BASE, hues: random.pick(TRIOS) };
}

/** A colour between two, `share` of the way: both as #rrggbb. */
export function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
