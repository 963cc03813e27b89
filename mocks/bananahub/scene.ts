import { mix } from '../diagram/palette';
import { randomFrom } from '../random';
import type { Random } from '../random';

export interface Scene {
  svg: string;
  width: number;
  height: number;
}

const SKIES: readonly (readonly [string, string, string])[] = [
  ['#1b1b3a', '#693668', '#f0a6a0'],
  ['#0b2545', '#13718c', '#bfe3d0'],
  ['#2d1e2f', '#a23e48', '#ffd9a0'],
  ['#12343b', '#2d6a6a', '#e1b382'],
  ['#1f2a44', '#5a6ea8', '#f3c5b3'],
];

const PIXELS: Record<string, number> = { '1K': 1024, '2K': 2048, '4K': 4096 };
const n = (value: number): string => String(Math.round(value * 10) / 10);

function ridge(random: Random, base: number, height: number, w: number, h: number): string {
  const steps = 8;
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const y = base - random.between(0, height);
    return `${n((index / steps) * w)} ${n(y)}`;
  });
  return `M0 ${n(h)}L${points.join('L')}L${n(w)} ${n(h)}Z`;
}

/** A calm landscape for a prompt: sky, stars, a disc, hills. The same words under the same seed give the same one. */
export function drawScene(seed: string, aspectRatio: string, resolution: string): Scene {
  const random = randomFrom('scene', seed);
  const [wide, high] = aspectRatio.split(':').map(Number);
  const ratio = wide && high ? wide / high : random.pick([1, 4 / 3, 16 / 9]);
  const long = PIXELS[resolution] ?? 1024;
  const width = ratio >= 1 ? long : Math.round(long * ratio);
  const height = ratio >= 1 ? Math.round(long / ratio) : long;
  const [w, h] = [1000 * Math.sqrt(ratio), 1000 / Math.sqrt(ratio)];
  const [top, middle, low] = random.pick(SKIES);
  const stars = Array.from({ length: random.int(30, 90) }, () => {
    const [x, y, r] = [random.between(0, w), random.between(0, h * 0.6), random.between(0.8, 2.6)];
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="#ffffff" fill-opacity="${n(random.between(0.4, 1))}"/>`;
  });
  const clouds = Array.from({ length: 5 }, (_, index) => {
    const [x, y, r] = [random.between(0, w), random.between(0, h * 0.7), random.between(0.2, 0.45) * Math.min(w, h)];
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="url(#cloud${index % 2})"/>`;
  });
  const radius = random.between(0.07, 0.14) * Math.min(w, h);
  const disc = { x: random.between(0.2, 0.8) * w, y: random.between(0.25, 0.5) * h };
  const hills = [0.35, 0.6, 0.9].map((share, index) => {
    const base = h * (0.72 + index * 0.09);
    return `<path d="${ridge(random, base, h * 0.14, w, h)}" fill="${mix(middle, top, share)}"/>`;
  });
  const cloud = (id: string, colour: string): string =>
    `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="0.45"/>` +
    `<stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${n(w)} ${n(h)}">` +
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/>` +
    `<stop offset="0.6" stop-color="${middle}"/><stop offset="1" stop-color="${low}"/></linearGradient>` +
    `${cloud('cloud0', low)}${cloud('cloud1', middle)}</defs>` +
    `<rect width="${n(w)}" height="${n(h)}" fill="url(#sky)"/>${clouds.join('')}${stars.join('')}` +
    `<circle cx="${n(disc.x)}" cy="${n(disc.y)}" r="${n(radius)}" fill="${mix(low, '#ffffff', 0.5)}"/>` +
    `${hills.join('')}</svg>`;
  return { svg, width, height };
}
