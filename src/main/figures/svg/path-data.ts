/** Absolute commands of straight lines and cubic curves: all that PDF knows. */
export type PathStep =
  | { type: 'M' | 'L'; x: number; y: number }
  | { type: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { type: 'Z' };

const ARGUMENTS: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const FLAG = /[01]/y;

function readNumbers(text: string, command: string): number[] {
  const numbers: number[] = [];
  let at = 0;
  while (at < text.length) {
    // the flags of an arc may stand without a blank between them
    const isFlag = command === 'a' && (numbers.length % 7 === 3 || numbers.length % 7 === 4);
    const pattern = isFlag ? FLAG : NUMBER;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) {
      numbers.push(Number(found[0]));
      at = pattern.lastIndex;
    } else at += 1;
  }
  return numbers;
}

/** Reads SVG path data, up to the first mistake in it, as the standard says. */
export function parsePath(data: string): PathStep[] {
  const steps: PathStep[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let control: { x: number; y: number; kind: 'C' | 'Q' } | undefined;

  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number) => {
    steps.push({ type: 'C', x1, y1, x2, y2, x: toX, y: toY });
    [x, y] = [toX, toY];
  };
  const quadratic = (cx: number, cy: number, toX: number, toY: number) => {
    curve(
      x + (2 / 3) * (cx - x),
      y + (2 / 3) * (cy - y),
      toX + (2 / 3) * (cx - toX),
      toY + (2 / 3) * (cy - toY),
      toX,
      toY,
    );
    control = { x: cx, y: cy, kind: 'Q' };
  };
  const mirrored = (kind: 'C' | 'Q') =>
    control?.kind === kind ? { x: 2 * x - control.x, y: 2 * y - control.y } : { x, y };

  for (const [, letter = '', rest = ''] of data.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const command = letter.toLowerCase();
    const relative = letter === command;
    const count = ARGUMENTS[command] ?? 0;
    if (command === 'z') {
      steps.push({ type: 'Z' });
      [x, y, control] = [startX, startY, undefined];
      continue;
    }
    const numbers = readNumbers(rest, command);
    for (let at = 0; at + count <= numbers.length; at += count) {
      const n = numbers.slice(at, at + count);
      const [dx, dy] = relative ? [x, y] : [0, 0];
      const last = (index: number) => n[index] ?? 0;
      const before = control;
      control = undefined;
      switch (command) {
        case 'm':
        case 'l': {
          [x, y] = [last(0) + dx, last(1) + dy];
          const isMove = command === 'm' && at === 0;
          if (isMove) [startX, startY] = [x, y];
          steps.push({ type: isMove ? 'M' : 'L', x, y });
          break;
        }
        case 'h':
          x = last(0) + dx;
          steps.push({ type: 'L', x, y });
          break;
        case 'v':
          y = last(0) + dy;
          steps.push({ type: 'L', x, y });
          break;
        case 'c':
          curve(last(0) + dx, last(1) + dy, last(2) + dx, last(3) + dy, last(4) + dx, last(5) + dy);
          control = { x: last(2) + dx, y: last(3) + dy, kind: 'C' };
          break;
        case 's': {
          control = before;
          const first = mirrored('C');
          curve(first.x, first.y, last(0) + dx, last(1) + dy, last(2) + dx, last(3) + dy);
          control = { x: last(0) + dx, y: last(1) + dy, kind: 'C' };
          break;
        }
        case 'q':
          quadratic(last(0) + dx, last(1) + dy, last(2) + dx, last(3) + dy);
          break;
        case 't': {
          control = before;
          const first = mirrored('Q');
          quadratic(first.x, first.y, last(0) + dx, last(1) + dy);
          break;
        }
        case 'a':
          for (const [x1, y1, x2, y2, toX, toY] of arcCurves(x, y, n, last(5) + dx, last(6) + dy))
            curve(x1, y1, x2, y2, toX, toY);
          break;
      }
    }
  }
  return steps;
}

type Curve = [number, number, number, number, number, number];

/** An elliptic arc as cubic curves of at most a quarter turn (SVG 1.1, F.6). */
function arcCurves(x0: number, y0: number, n: readonly number[], x: number, y: number): Curve[] {
  const [rx0 = 0, ry0 = 0, rotation = 0, large = 0, sweep = 0] = n;
  if (rx0 === 0 || ry0 === 0 || (x0 === x && y0 === y)) return [[x0, y0, x, y, x, y]];
  const phi = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const px = (cos * (x0 - x)) / 2 + (sin * (y0 - y)) / 2;
  const py = (-sin * (x0 - x)) / 2 + (cos * (y0 - y)) / 2;
  const grow = Math.sqrt(Math.max(1, (px / rx0) ** 2 + (py / ry0) ** 2));
  const rx = Math.abs(rx0) * grow;
  const ry = Math.abs(ry0) * grow;
  const under = rx ** 2 * py ** 2 + ry ** 2 * px ** 2;
  const root = Math.sqrt(Math.max(0, (rx ** 2 * ry ** 2 - under) / under)) * (large === sweep ? -1 : 1);
  const [qx, qy] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const cx = cos * qx - sin * qy + (x0 + x) / 2;
  const cy = sin * qx + cos * qy + (y0 + y) / 2;
  const start = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let turn = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - start;
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI;
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const part = turn / pieces;
  const k = (4 / 3) * Math.tan(part / 4);
  const at = (u: number, v: number): [number, number] => [
    cx + cos * rx * u - sin * ry * v,
    cy + sin * rx * u + cos * ry * v,
  ];
  return Array.from({ length: pieces }, (_, index): Curve => {
    const [a, b] = [start + index * part, start + (index + 1) * part];
    const first = at(Math.cos(a) - k * Math.sin(a), Math.sin(a) + k * Math.cos(a));
    const second = at(Math.cos(b) + k * Math.sin(b), Math.sin(b) - k * Math.cos(b));
    return [...first, ...second, ...(index === pieces - 1 ? ([x, y] as const) : at(Math.cos(b), Math.sin(b)))];
  });
}
