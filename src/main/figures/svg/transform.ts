/** a b c d e f, as SVG and PDF write it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** A list of transforms; undefined where one is not understood. */
export function parseTransform(text: string): Matrix | undefined {
  let matrix = IDENTITY;
  for (const [, name, list = ''] of text.matchAll(/([a-zA-Z]+)\s*\(([^)]*)\)/g)) {
    const n = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (n.some((value) => !Number.isFinite(value))) return undefined;
    const next = single(name ?? '', n);
    if (!next) return undefined;
    matrix = multiply(matrix, next);
  }
  return matrix;
}

function single(name: string, n: number[]): Matrix | undefined {
  const [x = 0, y] = n;
  const turn = (x * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return n.length === 6 ? (n as unknown as Matrix) : undefined;
    case 'translate':
      return [1, 0, 0, 1, x, y ?? 0];
    case 'scale':
      return [x, 0, 0, y ?? x, 0, 0];
    case 'rotate': {
      const around: Matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
      const [, cx = 0, cy = 0] = n;
      return multiply(multiply([1, 0, 0, 1, cx, cy], around), [1, 0, 0, 1, -cx, -cy]);
    }
    case 'skewX':
      return [1, 0, Math.tan(turn), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(turn), 0, 1, 0, 0];
    default:
      return undefined;
  }
}
