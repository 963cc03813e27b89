import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { ServerFigure } from '../../../../src/main/figures/figure-protocol';
import { createFigureWorker } from '../../../../src/main/figures/figure-worker';
import { COMPOSITE_DEFAULTS } from '../../../../src/shared/composite-layout';
import { createPage, paintLayers, type Pixels } from '../../../../src/shared/page';
import { toLayers } from '../../../../src/shared/preview-parts';
import { previewFactor } from '../../../../src/shared/preview-scale';
import { panelFile } from '../../../support/panel-files';
import { temporaryFolder } from '../../../support/temporary-folder';

const resources = join(__dirname, '../../../../resources');
const figure = (panels: string[], changed: Partial<ServerFigure> = {}): ServerFigure => ({
  ...{ mode: 'server', missingGlyphs: 'boxes', panels },
  ...COMPOSITE_DEFAULTS,
  ...changed,
});

it('opens no file again when labels, spacing, layout or order change', async () => {
  const worker = createFigureWorker(resources);
  const panels = [panelFile(700, 500, 200), panelFile(600, 500, 150), panelFile(500, 500, 100)];
  await worker.preview({ figure: figure(panels), view: { maxSide: 800, have: [] } });
  expect(worker.decoded).toBe(3);
  const changes: ServerFigure[] = [
    figure(panels, { labels: ['x', '', 'a longer label'] }),
    figure(panels, { spacing: 57, labelFontSize: 50, labelPosition: 'top' }),
    figure(panels, { layout: '3x1' }),
    figure([...panels].reverse()),
    figure(panels.slice(1)),
  ];
  for (const changed of changes) await worker.preview({ figure: changed, view: { maxSide: 800, have: [] } });
  expect(worker.decoded).toBe(3);
});

it('gives the window all that the server’s page is made of, and each picture only once', async () => {
  const worker = createFigureWorker(resources);
  const panels = [panelFile(300, 200), panelFile(250, 210), panelFile(260, 205)];
  const pictures = new Map<string, Pixels>();
  const shown = async (drawn: ServerFigure) => {
    const { width, height, parts } = await worker.preview({
      figure: drawn,
      view: { maxSide: 4000, have: [...pictures.keys()] },
    });
    for (const { key, ...pixels } of parts.pictures) pictures.set(key, pixels);
    const page = createPage(width, height);
    paintLayers(page, toLayers(parts, pictures) ?? []);
    return { page, sent: parts.pictures.length };
  };
  const rendered = async (drawn: ServerFigure) => {
    const out = join(temporaryFolder(), 'figure.png');
    await worker.render({ figure: drawn, out });
    return sharp(out).raw().toBuffer({ resolveWithObject: true });
  };
  for (const [drawn, sent] of [
    [figure(panels), 3],
    [figure(panels, { labels: ['a label that runs into its neighbour', '', 'fi'], spacing: 3 }), 0],
    [figure([...panels].reverse(), { layout: '2x2', labelPosition: 'top' }), 0],
  ] as const) {
    const ours = await shown(drawn);
    const theirs = await rendered(drawn);
    expect(ours.sent).toBe(sent);
    expect([ours.page.width, ours.page.height]).toEqual([theirs.info.width, theirs.info.height]);
    expect(Buffer.compare(ours.page.data, theirs.data)).toBe(0);
  }
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
    worker.preview({
      figure: figure(['/nowhere/a.png', '/nowhere/b.png'], { layout: '1x1' }),
      view: { maxSide: 800, have: [] },
    }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    data: { issues: [{ field: 'layout', code: 'rule_layout_too_small' }] },
  });
});
