import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL_DEFAULTS, pixelsOf, planJournal } from '../../src/shared/journal-layout';
import { expect, test, type App } from './app';
import { chooseFolder, killWorker, openFigure, picture, plot, saveTo, takeIn, HOSTILE } from './figure-files';

const WIDTH_89_AT_300 = 1051;
const told = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

async function twoPictures(app: App): Promise<[string, string][]> {
  return [
    ['first.png', await takeIn(app, 'first.png', picture(900, 600, 200))],
    ['second.png', await takeIn(app, 'second.png', picture(900, 600, 120))],
  ];
}

const pressExport = (app: App) => app.page.keyboard.press('Control+e');
const segment = ({ page }: App, name: string) => page.getByTestId('export-foot').getByText(name, { exact: true });

test('writes TIFF of 89 mm at 300 dpi in each colour mode, right to the unit', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  await openFigure(app, await twoPictures(app), { preset: 'ieee', widthMm: 89, dpi: 300, format: 'tiff' });
  const sizes = [0, 1].map(() => ({ width: 900, height: 600 }));
  const height = pixelsOf(planJournal(sizes, { ...JOURNAL_DEFAULTS, layout: '1x2' }).heightMm, 300);
  for (const [mode, photometric, samples] of [
    ['RGB', 'RGB color', 3],
    ['Grey', 'min-is-black', 1],
    ['CMYK', 'separated', 4],
  ] as const) {
    await segment(app, mode).click();
    const file = join(app.userData, `${mode}.tiff`);
    await saveTo(app, file);
    await pressExport(app);
    await expect(app.page.getByTestId('saved')).toContainText(`${mode}.tiff`, { timeout: 60_000 });
    const info = told('tiffinfo', file);
    expect(info).toContain(`Image Width: ${WIDTH_89_AT_300} Image Length: ${height}`);
    expect(info).toContain('Resolution: 300, 300 pixels/inch');
    expect(info).toContain('Compression Scheme: LZW');
    expect(info).toContain(`Photometric Interpretation: ${photometric}`);
    expect(info).toContain(`Samples/Pixel: ${samples}`);
    expect(info).not.toContain('Extra Samples');
  }
});

test('writes a PDF of true size with the plot as lines and its fonts embedded', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const panels: [string, string][] = [
    ['plot.svg', await takeIn(app, 'plot.svg', plot(7))],
    ['picture.png', await takeIn(app, 'picture.png', picture(1200, 750, 180))],
  ];
  await openFigure(app, panels, { preset: 'nature', widthMm: 183, format: 'pdf' });
  const file = join(app.userData, 'figure.pdf');
  await saveTo(app, file);
  await pressExport(app);
  await expect(app.page.getByTestId('saved')).toContainText('figure.pdf', { timeout: 60_000 });
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(told('pdfinfo', file));
  const plan = planJournal(
    [
      { width: 800, height: 500 },
      { width: 1200, height: 750 },
    ],
    { ...JOURNAL_DEFAULTS, widthMm: 183 },
  );
  const mm = (points: string | undefined): number => (Number(points) / 72) * 25.4;
  expect(Math.abs(mm(size?.[1]) - 183)).toBeLessThan(0.1);
  expect(Math.abs(mm(size?.[2]) - plan.heightMm)).toBeLessThan(0.1);
  const fonts = told('pdffonts', file).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/\byes\s+(yes|no)\s+(yes|no)\s+\d/);
  // the plot is in no picture: the one that there is comes from the PNG
  expect(told('pdfimages', '-list', file).trim().split('\n').slice(2)).toHaveLength(1);
  expect(told('pdftotext', file, '-')).toContain('accuracy');
});

test('tells what the journal would say while the figure changes, and mends it by one press', async ({ launch }) => {
  const app = await launch();
  await openFigure(app, await twoPictures(app), { preset: 'nature', widthMm: 100, dpi: 150, format: 'png' });
  const findings = app.page.getByTestId('findings');
  const levels = (code: string) => findings.locator(`[data-code=${code}]`);
  await expect(levels('width')).toHaveAttribute('data-level', 'fail');
  await findings.getByRole('button', { name: 'Use 89 mm' }).click();
  await expect(levels('width')).toHaveAttribute('data-level', 'pass');
  await findings.getByRole('button', { name: 'Use 300 dpi' }).click();
  await expect(levels('dpi')).toHaveAttribute('data-level', 'pass');
  await findings.getByRole('button', { name: 'Choose PDF' }).click();
  await expect(levels('format')).toHaveAttribute('data-level', 'pass');
  await expect(app.page.getByTestId('review-copy')).toBeVisible();
  await expect(levels('text_editable')).toHaveAttribute('data-level', 'warn');
});

test('never enlarges unasked: says how wide the pixels reach', async ({ launch }) => {
  const app = await launch();
  await openFigure(app, await twoPictures(app), { preset: 'ieee', widthMm: 182, dpi: 600, format: 'tiff' });
  await saveTo(app, join(app.userData, 'large.tiff'));
  await pressExport(app);
  const problem = app.page.getByTestId('export-foot').getByRole('alert');
  await expect(problem).toContainText('Nothing was enlarged');
  expect(readdirSync(app.userData)).not.toContain('large.tiff');
  await problem.getByRole('button', { name: /^Use [\d.]+ mm$/ }).click();
  await pressExport(app);
  await expect(app.page.getByTestId('saved')).toContainText('large.tiff', { timeout: 60_000 });
});

test('exports for three journals at once, each to its size', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  await openFigure(app, await twoPictures(app), { preset: 'nature', widthMm: 89 });
  const folder = join(app.userData, 'for-journals');
  mkdirSync(folder);
  await chooseFolder(app, folder);
  await app.page.getByRole('button', { name: 'For several journals…' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Export for several journals' });
  for (const name of ['IEEE', 'Cell Press']) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('button', { name: 'Choose folder and export 3 files' }).click();
  await expect(dialog.getByTestId('batch-results').getByRole('listitem')).toHaveCount(3, { timeout: 90_000 });
  const files = readdirSync(folder).sort();
  expect(files).toEqual(['Routing Cell Press 85 mm.pdf', 'Routing IEEE 88.9 mm.pdf', 'Routing Nature 89 mm.pdf']);
  const widths = files.map((file) => Number(/Page size:\s+([\d.]+)/.exec(told('pdfinfo', join(folder, file)))?.[1]));
  expect(widths.map((points) => Math.round((points / 72) * 254) / 10)).toEqual([85, 88.9, 89]);
});

for (const signal of ['SIGKILL', 'SIGSEGV'] as const)
  test(`goes on when the image worker ends by ${signal} in the middle of an export`, async ({ launch }) => {
    test.setTimeout(120_000);
    const app = await launch();
    await openFigure(app, await twoPictures(app), { preset: 'ieee', widthMm: 89, format: 'tiff' });
    const file = join(app.userData, 'after.tiff');
    await saveTo(app, file);
    await pressExport(app);
    expect(await killWorker(app, signal)).toBe(true);
    await expect(app.page.getByTestId('saved')).toContainText('after.tiff', { timeout: 60_000 });
    expect(told('tiffinfo', file)).toContain(`Image Width: ${WIDTH_89_AT_300}`);
  });

test('says in words what is wrong with a file that cannot be a panel, and draws the next figure', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const good = await takeIn(app, 'good.png', picture(900, 600, 200));
  await openFigure(app, [['good.png', good]], { preset: 'ieee', widthMm: 70, format: 'tiff' });
  for (const { name, bytes, says } of HOSTILE) {
    // refused at the door, or told by preflight with the file's own name
    const taken = await takeIn(app, name, bytes).catch((error: unknown) => String(error));
    if (!/^[0-9a-f]{64}$/.test(taken)) {
      expect(taken, name).toMatch(says);
      continue;
    }
    const answer = await app.page.evaluate(
      async ({ sha256, settings }) =>
        window.plantain.call('figure.preflight', {
          figure: { ...settings, panels: [sha256] },
          output: { format: 'tiff', dpi: 300, colour: 'rgb', upsample: false, altText: '' },
          journal: null,
        }),
      { sha256: taken, settings: JOURNAL_DEFAULTS },
    );
    expect(JSON.stringify(answer), name).toMatch(says);
  }
  const file = join(app.userData, 'good.tiff');
  await saveTo(app, file);
  await pressExport(app);
  await expect(app.page.getByTestId('saved')).toContainText('good.tiff', { timeout: 60_000 });
  expect(told('tiffinfo', file)).toContain('Image Width: 827');
});

test('says that a picture is cut off before its end, and leaves no file of it', async ({ launch }) => {
  const app = await launch({ errorsExpected: true });
  const whole = picture(900, 600, 200);
  const cut = await takeIn(app, 'cut.png', whole.subarray(0, Math.round(whole.length / 2)));
  await openFigure(app, [['cut.png', cut]], { preset: 'ieee', widthMm: 70, format: 'tiff' });
  await saveTo(app, join(app.userData, 'cut.tiff'));
  await pressExport(app);
  const problem = app.page.getByTestId('export-foot').getByRole('alert');
  await expect(problem).toContainText('cut.png can’t be read to its end', { timeout: 60_000 });
  expect(readdirSync(app.userData)).not.toContain('cut.tiff');
});
