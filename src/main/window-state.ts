import { readFileSync, writeFileSync } from 'node:fs';

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowState {
  /** Undefined: the system places the window. */
  position?: { x: number; y: number };
  width: number;
  height: number;
  maximized: boolean;
}

export const LEAST = { width: 720, height: 560 };
const FIRST: WindowState = { width: 1280, height: 800, maximized: false };

/**
 * Where the window was, from a small file of its own: it is read before the window exists, when every ms counts.
 * A missing or damaged file, and a place that no display shows any more, fall back to the first state.
 */
export function readWindowState(file: string, workAreas: readonly Bounds[]): WindowState {
  try {
    return fitState(JSON.parse(readFileSync(file, 'utf8')), workAreas);
  } catch {
    return fitState(undefined, workAreas);
  }
}

/** The file holds comfort, not data: where it cannot be written the next start opens in the middle. */
export function writeWindowState(file: string, bounds: Bounds, maximized: boolean): void {
  try {
    writeFileSync(file, JSON.stringify({ ...bounds, maximized }));
  } catch {
    // nothing is lost that anybody would look for
  }
}

/** A remembered state made to fit the displays there are now. `stored` comes from a file and may be anything. */
export function fitState(stored: unknown, workAreas: readonly Bounds[]): WindowState {
  const { x, y, width, height, maximized } = (stored ?? {}) as Partial<Record<keyof Bounds | 'maximized', unknown>>;
  const screen = workAreas[0] ?? { x: 0, y: 0, width: FIRST.width, height: FIRST.height };
  const known = isSize(width) && isSize(height);
  const wished = known ? { width, height } : FIRST;
  const home = isPlace(x) && isPlace(y) ? workAreas.find((area) => shows(area, x, y)) : undefined;
  const area = home ?? screen;
  return {
    ...(home && isPlace(x) && isPlace(y) && { position: { x, y } }),
    width: Math.max(LEAST.width, Math.min(wished.width, area.width)),
    height: Math.max(LEAST.height, Math.min(wished.height, area.height)),
    maximized: maximized === true,
  };
}

const isSize = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;
const isPlace = (value: unknown): value is number => Number.isInteger(value);

/** The title bar's left end must be in reach of the pointer. */
function shows(area: Bounds, x: number, y: number): boolean {
  const reach = 60;
  return x >= area.x - reach && x <= area.x + area.width - reach && y >= area.y && y <= area.y + area.height - reach;
}
