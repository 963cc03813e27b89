import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ServerFigure } from '../../../../src/main/figures/figure-protocol';
import { createFigureWorker } from '../../../../src/main/figures/figure-worker';
import { COMPOSITE_DEFAULTS } from '../../../../src/shared/composite-layout';
import { previewFactor } from '../../../../src/shared/preview-scale';
import { panelFile } from '../../../support/panel-files';

const resources = join(__dirname, '../../../../resources');
const figure = (panels: string[], changed: Partial<ServerFigure> = {}): ServerFigure => ({
  ...{ mode: 'server', missingGlyphs: 'boxes', panels },
  ...COMPOSITE_DEFAULTS,
  ...changed,
});

it('opens no file again when labels, spacing, layout or order change', async () => {
  const worker = createFigureWorker(resources);
  const panels = [panelFile(700, 500, 200), panelFile(600, 500, 150), panelFile(500, 500, 100)];
  await worker.preview({ figure: figure(panels), view: { maxSide: 800 } });
  expect(worker.decoded).toBe(3);
  const changes: ServerFigure[] = [
    figure(panels, { labels: ['x', '', 'a longer label'] }),
    figure(panels, { spacing: 57, labelFontSize: 50, labelPosition: 'top' }),
    figure(panels, { layout: '3x1' }),
    figure([...panels].reverse()),
    figure(panels.slice(1)),
  ];
  for (const changed of changes) await worker.preview({ figure: changed, view: { maxSide: 800 } });
  expect(worker.decoded).toBe(3);
});

it('shows a part of the page pixel by pixel, the same as the whole', async () => {
  const worker = createFigureWorker(resources);
  const panels = [panelFile(300, 200), panelFile(250, 210)];
  const whole = await worker.preview({ figure: figure(panels), view: { maxSide: 4000 } });
  const region = { x: 290, y: 150, w: 120, h: 97 };
  const part = await worker.preview({ figure: figure(panels), view: { region } });
  const pixel = ({ bitmap, width, height }: typeof whole, x: number, y: number) => {
    const row = (width * 3 + 3) & ~3;
    return [...bitmap.subarray(54 + (height - 1 - y) * row + x * 3).subarray(0, 3)];
  };
  for (let y = 0; y < region.h; y += 1)
    for (let x = 0; x < region.w; x += 1) expect(pixel(part, x, y)).toEqual(pixel(whole, x + region.x, y + region.y));
});

it('keeps the scale of a preview while a slider changes the page by little', () => {
  expect(previewFactor({ width: 1600, height: 900 }, 1600)).toBe(1);
  expect(previewFactor({ width: 1601, height: 900 }, 1600)).toBe(0.75);
  expect(previewFactor({ width: 2100, height: 900 }, 1600)).toBe(0.75);
  expect(previewFactor({ width: 2200, height: 5000 }, 1600)).toBe(0.25);
});

it('refuses in the server’s words before it opens a file', async () => {
  const worker = createFigureWorker(resources);
  await expect(
    worker.preview({ figure: figure(['/nowhere/a.png', '/nowhere/b.png'], { layout: '1x1' }), view: { maxSide: 800 } }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    data: { issues: [{ field: 'layout', code: 'rule_layout_too_small' }] },
  });
});
