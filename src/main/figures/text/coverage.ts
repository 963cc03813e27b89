import type { Mask } from '../../../shared/page';
import type { Outline } from './outline';

/** Longest distance in pixels between a curve and the line that stands for it. */
const FLATNESS = 0.02;

/** The signed areas to the right of a line's pieces, one cell a pixel: summed along a row they give the coverage. */
class Areas {
  readonly cells: Float32Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.cells = new Float32Array(width * height + 2);
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const direction = y0 < y1 ? 1 : -1;
    const [topX, topY, bottomX, bottomY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (bottomX - topX) / (bottomY - topY);
    const lastRow = Math.min(this.height, Math.ceil(bottomY));
    for (let row = Math.max(0, Math.floor(topY)); row < lastRow; row += 1) {
      const from = Math.max(topY, row);
      const to = Math.min(bottomY, row + 1);
      if (to <= from) continue;
      this.piece(row, topX + (from - topY) * slope, topX + (to - topY) * slope, (to - from) * direction);
    }
  }

  /** A piece of a line inside one row; `rise` is its height with the line's direction as its sign. */
  private piece(row: number, xa: number, xb: number, rise: number): void {
    const left = Math.min(xa, xb);
    const right = Math.max(xa, xb);
    const first = Math.floor(left);
    const base = row * this.width;
    const last = Math.max(first + 1, Math.ceil(right));
    if (last === first + 1) {
      const share = rise * (1 - ((left + right) / 2 - first));
      this.add(base + first, share);
      this.add(base + first + 1, rise - share);
      return;
    }
    const perPixel = rise / (right - left);
    let covered = 0;
    for (let x = first; x < last; x += 1) {
      const a = Math.max(left, x);
      const b = Math.min(right, x + 1);
      // what passed before counts whole, what passes inside this pixel by its part to the right of it
      const sum = (a - left) * perPixel + (b - a) * perPixel * (1 - ((a + b) / 2 - x));
      this.add(base + x, sum - covered);
      covered = sum;
    }
    this.add(base + last, rise - covered);
  }

  private add(index: number, value: number): void {
    this.cells[index] = (this.cells[index] ?? 0) + value;
  }
}

function segments(deviation: number): number {
  return Math.min(64, Math.max(1, Math.ceil(Math.sqrt(deviation / FLATNESS))));
}

function trace(
  outline: Outline,
  dx: number,
  dy: number,
  line: (x0: number, y0: number, x1: number, y1: number) => void,
) {
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  const to = (nextX: number, nextY: number) => {
    line(x + dx, y + dy, nextX + dx, nextY + dy);
    x = nextX;
    y = nextY;
  };
  for (const command of outline) {
    if (command.type === 'M' || command.type === 'Z') {
      if (x !== startX || y !== startY) to(startX, startY);
      if (command.type === 'M') [x, y, startX, startY] = [command.x, command.y, command.x, command.y];
    } else if (command.type === 'L') to(command.x, command.y);
    else if (command.type === 'Q') {
      const [fromX, fromY] = [x, y];
      const { x1, y1 } = command;
      const count = segments(Math.hypot(fromX - 2 * x1 + command.x, fromY - 2 * y1 + command.y) / 4);
      for (let step = 1; step <= count; step += 1) {
        const t = step / count;
        const u = 1 - t;
        to(u * u * fromX + 2 * u * t * x1 + t * t * command.x, u * u * fromY + 2 * u * t * y1 + t * t * command.y);
      }
    } else {
      const [fromX, fromY] = [x, y];
      const { x1, y1, x2, y2 } = command;
      const bend = Math.max(
        Math.hypot(fromX - 2 * x1 + x2, fromY - 2 * y1 + y2),
        Math.hypot(x1 - 2 * x2 + command.x, y1 - 2 * y2 + command.y),
      );
      const count = segments(bend);
      for (let step = 1; step <= count; step += 1) {
        const t = step / count;
        const u = 1 - t;
        const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
        to(a * fromX + b * x1 + c * x2 + d * command.x, a * fromY + b * y1 + c * y2 + d * command.y);
      }
    }
  }
  if (x !== startX || y !== startY) to(startX, startY);
}

/** An outline moved by (x, y) as coverage, by exact areas. undefined where it covers nothing. */
export function coverOutline(
  outline: Outline,
  bounds: { left: number; right: number; top: number; bottom: number } | undefined,
  x: number,
  y: number,
): Mask | undefined {
  if (!bounds) return undefined;
  const left = Math.floor(bounds.left + x);
  const top = Math.floor(bounds.top + y);
  const width = Math.ceil(bounds.right + x) - left;
  const height = Math.ceil(bounds.bottom + y) - top;
  if (width <= 0 || height <= 0) return undefined;
  // a line along the right edge writes one cell beyond it
  const areas = new Areas(width + 1, height);
  trace(outline, x - left, y - top, (x0, y0, x1, y1) => {
    areas.line(x0, y0, x1, y1);
  });
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    let sum = 0;
    for (let column = 0; column < width; column += 1) {
      sum += areas.cells[row * (width + 1) + column] ?? 0;
      data[row * width + column] = Math.min(255, Math.round(Math.abs(sum) * 255));
    }
  }
  return { left, top, width, height, data };
}
