import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fitState, readWindowState, writeWindowState } from '../../../src/main/window-state';
import { temporaryFolder } from '../../support/temporary-folder';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };

it('opens at 1280 by 800 where nothing is remembered, smaller on a small screen', () => {
  expect(fitState(undefined, [screen])).toEqual({ width: 1280, height: 800, maximized: false });
  expect(fitState(undefined, [{ ...screen, width: 1024, height: 700 }])).toMatchObject({ width: 1024, height: 700 });
});

it('remembers place and size over a restart', () => {
  const file = join(temporaryFolder(), 'window.json');
  writeWindowState(file, { x: 100, y: 50, width: 900, height: 700 }, true);
  expect(readWindowState(file, [screen])).toEqual({
    position: { x: 100, y: 50 },
    width: 900,
    height: 700,
    maximized: true,
  });
});

it('lets the system place a window whose display is gone', () => {
  const stored = { x: 2000, y: 100, width: 900, height: 700 };
  expect(fitState(stored, [screen, right]).position).toEqual({ x: 2000, y: 100 });
  expect(fitState(stored, [screen])).toEqual({ width: 900, height: 700, maximized: false });
});

it('takes no size from a damaged file', () => {
  const file = join(temporaryFolder(), 'window.json');
  for (const text of ['{', 'null', '[]', '{"width":"9","height":-3}', '{"width":1e9,"height":0.5}']) {
    writeFileSync(file, text);
    expect(readWindowState(file, [screen])).toEqual({ width: 1280, height: 800, maximized: false });
  }
});

it('is never smaller than the least size', () => {
  expect(fitState({ width: 100, height: 100 }, [screen])).toMatchObject({ width: 720, height: 560 });
});
