import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderReply, RenderTask } from '../../src/main/figures/render-protocol';
import { COMPOSITE_DEFAULTS } from '../../src/shared/composite-layout';
import { emptyFigure, type Figure } from '../../src/shared/figure';
import { CATALOGUES } from '../../src/shared/i18n/catalogue';
import { JOURNAL_DEFAULTS } from '../../src/shared/journal-layout';
import { expect, test, type App } from './app';
import { killWorker, picture, takeIn } from './figure-files';

const words = CATALOGUES.en.composer;

const root = join(__dirname, '../..');
const fixtures = join(root, 'test/fixtures/composite');

interface Case {
  id: string;
  files: string[];
  params: {
    layout?: string;
    labels?: string[];
    spacing?: number;
    label_position?: 'top' | 'bottom';
    label_font_size?: number;
  };
}

/** Has the built image worker do tasks, in a utility process of the running program. */
function askWorker(app: App, tasks: RenderTask[]): Promise<RenderReply[]> {
  const script = readdirSync(join(root, 'out/main')).find((name) => name.startsWith('render-worker'));
  const request = { script: join(root, 'out/main', script ?? ''), resources: join(root, 'resources'), tasks };
  return app.electron.evaluate(
    ({ utilityProcess }, { script: path, resources, tasks: list }) =>
      new Promise<RenderReply[]>((resolve, reject) => {
        const child = utilityProcess.fork(path, [resources]);
        const replies: RenderReply[] = [];
        child.once('exit', () => {
          reject(new Error('the image worker ended'));
        });
        child.on('message', (reply: RenderReply) => {
          replies.push(reply);
          if (replies.length === list.length) resolve(replies);
          else child.postMessage({ id: replies.length, task: list[replies.length] });
        });
        child.postMessage({ id: 0, task: list[0] });
      }),
    request,
  );
}

test('the image worker inside Electron draws the server’s own composites, and exports for print', async ({
  launch,
}, testInfo) => {
  const app = await launch();
  const { cases } = JSON.parse(readFileSync(join(fixtures, 'cases.json'), 'utf8')) as { cases: Case[] };
  const out = testInfo.outputPath('figures');
  mkdirSync(out, { recursive: true });
  const renders = cases.map(({ id, files, params }): RenderTask => ({
    kind: 'figure-render',
    figure: {
      ...{ mode: 'server', missingGlyphs: 'boxes', panels: files.map((file) => join(fixtures, file)) },
      layout: params.layout ?? COMPOSITE_DEFAULTS.layout,
      labels: params.labels ?? null,
      spacing: params.spacing ?? COMPOSITE_DEFAULTS.spacing,
      labelPosition: params.label_position ?? COMPOSITE_DEFAULTS.labelPosition,
      labelFontSize: params.label_font_size ?? COMPOSITE_DEFAULTS.labelFontSize,
    },
    out: join(out, `${id}.png`),
  }));
  const panels = ['p01-1.png', 'p17-1.jpg'].map((file) => join(fixtures, 'inputs', file));
  const pdf: RenderTask = {
    kind: 'figure-export',
    figure: { mode: 'journal', panels, ...JOURNAL_DEFAULTS },
    output: { format: 'pdf', dpi: 300, colour: 'rgb', upsample: false, altText: '' },
    out: join(out, 'figure.pdf'),
  };
  const replies = await askWorker(app, [...renders, pdf]);
  expect(replies.filter(({ ok }) => !ok)).toEqual([]);
  const compared = execFileSync(process.execPath, [join(fixtures, 'compare.mjs'), join(fixtures, 'cases.json'), out]);
  expect(compared.toString()).toContain('24/24 pass');
  expect(readFileSync(join(out, 'figure.pdf')).toString('latin1', 0, 5)).toBe('%PDF-');
});

test('an image worker that is killed in the middle of a preview costs a moment, and nothing else', async ({
  launch,
}) => {
  test.setTimeout(90_000);
  const app = await launch();
  const { page } = app;
  const panels: Figure['panels'] = [];
  for (let index = 0; index < 4; index += 1) {
    const sha256 = await takeIn(app, `panel-${index}.png`, picture(2048, 1536, 90 + index * 40));
    panels.push({ id: `p${index}`, name: `panel ${index}`, source: { kind: 'asset', sha256 } });
  }
  const figure = { ...emptyFigure('killed', Date.now()), panels };
  await page.evaluate((kept) => window.plantain.call('figure.save', { figure: kept }), figure);
  await page.getByRole('navigation').getByRole('button', { name: 'Figure', exact: true }).click();
  const facts = page.getByTestId('page-facts');
  const shown = () =>
    page
      .getByTestId('figure-preview')
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  await expect(facts).toBeVisible({ timeout: 30_000 });
  const [before, size] = [await shown(), await facts.innerText()];

  // a worker that has to unpack everything again is in the middle of it for as long as that takes
  expect(await killWorker(app, 'SIGKILL')).toBe(true);
  await expect.poll(() => killWorker(app, 'SIGKILL')).toBe(false);
  await page.getByRole('textbox', { name: 'Spacing in px' }).fill('60');
  await expect.poll(() => killWorker(app, 'SIGKILL'), { intervals: [5] }).toBe(true);
  expect(await facts.innerText(), 'the preview was under way').toBe(size);
  const killed = Date.now();
  await expect(facts).not.toHaveText(size, { timeout: 20_000 });
  test.info().annotations.push({ type: 'preview back after', description: `${Date.now() - killed} ms` });
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.getByRole('button', { name: words.undo }).click();
  await expect(facts).toHaveText(size);
  expect(await shown()).toBe(before);
});
