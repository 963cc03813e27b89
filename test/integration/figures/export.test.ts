import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createFigureWorker } from '../../../src/main/figures/figure-worker';
import { loadPdfium } from '../../../src/main/figures/pdfium';
import { JOURNAL_DEFAULTS, type JournalSettings } from '../../../src/shared/journal-layout';
import type { ExportSettings } from '../../../src/shared/export-settings';
import { panelFile, textFile } from '../../support/panel-files';
import { temporaryFolder } from '../../support/temporary-folder';

const worker = createFigureWorker(join(__dirname, '../../../resources'));
const PLOT = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">
  <rect width="400" height="300" fill="#fff"/><path d="M20 20L380 280" stroke="red" stroke-width="4"/>
  <text x="200" y="150" font-size="20" text-anchor="middle">Latency (ms)</text></svg>`;

async function exported(
  panels: string[],
  output: Partial<ExportSettings> & Pick<ExportSettings, 'format'>,
  settings: Partial<JournalSettings> = {},
) {
  const out = join(temporaryFolder(), `figure.${output.format}`);
  const told = await worker.export({
    figure: { mode: 'journal', panels, ...JOURNAL_DEFAULTS, ...settings },
    output: { dpi: 300, colour: 'rgb', upsample: false, altText: '', ...output },
    out,
  });
  return { out, told, bytes: readFileSync(out) };
}

/** A TIFF's first directory, as the standard says (TIFF 6.0, section 2), read without any library of the program. */
function tiffTags(bytes: Buffer): Record<number, number> {
  expect(bytes.toString('latin1', 0, 2)).toBe('II');
  const at = bytes.readUInt32LE(4);
  const tags: Record<number, number> = {};
  for (let entry = at + 2; entry < at + 2 + bytes.readUInt16LE(at) * 12; entry += 12) {
    const type = bytes.readUInt16LE(entry + 2);
    const isLong = bytes.readUInt32LE(entry + 4) > (type === 3 ? 2 : 1) || type === 5;
    const place = isLong ? bytes.readUInt32LE(entry + 8) : entry + 8;
    if (type === 3) tags[bytes.readUInt16LE(entry)] = bytes.readUInt16LE(place);
    if (type === 4) tags[bytes.readUInt16LE(entry)] = bytes.readUInt32LE(place);
    if (type === 5) tags[bytes.readUInt16LE(entry)] = bytes.readUInt32LE(place) / bytes.readUInt32LE(place + 4);
  }
  return tags;
}
const TAG = {
  width: 256,
  height: 257,
  compression: 259,
  photometric: 262,
  samples: 277,
  xres: 282,
  yres: 283,
  unit: 296,
};

it.each([
  ['rgb', 2, 3],
  ['grey', 1, 1],
  ['cmyk', 5, 4],
] as const)('writes a TIFF of 89 mm at 300 dpi in %s that says so', async (colour, photometric, samples) => {
  const panels = [panelFile(700, 500), panelFile(700, 500)];
  const { bytes, told } = await exported(panels, { format: 'tiff', colour });
  const tags = tiffTags(bytes);
  expect(tags).toMatchObject({
    [TAG.width]: Math.round((89 / 25.4) * 300),
    [TAG.height]: told.pixels?.height,
    [TAG.compression]: 5,
    [TAG.photometric]: photometric,
    [TAG.samples]: samples,
    [TAG.unit]: 2,
  });
  expect(tags[TAG.xres]).toBeCloseTo(300, 3);
  expect(tags[TAG.yres]).toBeCloseTo(300, 3);
});

it('puts the resolution into a PNG, and the description where readers look for it', async () => {
  const { bytes } = await exported([panelFile(1200, 800)], { format: 'png', altText: 'A router <and> 图' });
  const png = decode(bytes);
  expect(png.width).toBe(1051);
  expect(png.resolution).toEqual({ x: 11811, y: 11811, unit: 1 });
  const { xmp } = await sharp(bytes).metadata();
  expect(xmp?.toString('utf8')).toContain('A router &lt;and&gt; 图');
});

it('never enlarges unless it is asked to, and says what width the pixels reach', async () => {
  const panels = [panelFile(1024, 700)];
  await expect(exported(panels, { format: 'tiff' })).rejects.toMatchObject({
    code: 'figure_too_coarse',
    data: { params: { panel: 1, has: 292, dpi: 300, widthMm: 86.6 } },
  });
  const { told } = await exported(panels, { format: 'tiff', upsample: true });
  expect(told.pixels?.width).toBe(1051);
});

it('writes a PDF of its true size with plots as lines, text as text, and pictures with the pixels they have', async () => {
  const plot = textFile('plot.svg', PLOT);
  const { out, bytes, told } = await exported(
    [plot, panelFile(500, 400)],
    { format: 'pdf', altText: 'Latency' },
    { widthMm: 120 },
  );
  const document = (await loadPdfium()).open(out);
  const [width, height] = document.sizeOf(0);
  expect(Math.abs(width - (120 / 25.4) * 72)).toBeLessThan(0.05);
  expect(Math.abs(height - (told.plan.heightMm / 25.4) * 72)).toBeLessThan(0.05);
  expect(document.textOf(0).replace(/\s+/g, ' ')).toMatch(/Latency \(ms\)/);
  // one picture only: the plot is none
  expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
  expect(bytes.toString('latin1')).toMatch(/\/Width 500\n?\s*\/Height 400/);
  expect(told.rasterized).toEqual([]);
  const page = document.paint(0, 600);
  const red = Array.from({ length: page.data.length / 4 }, (_, index) => index * 4).filter(
    (at) => page.data[at]! > 200 && page.data[at + 1]! < 80 && page.data[at + 2]! < 80,
  );
  expect(red.length).toBeGreaterThan(200);
  document.close();
});

it('puts a plot in as pixels where it uses what lines cannot show, and tells', async () => {
  const gradient = PLOT.replace('stroke="red"', 'stroke="url(#g)"');
  const { told, bytes } = await exported([textFile('gradient.svg', gradient)], { format: 'pdf' });
  expect(told.rasterized).toEqual([0]);
  expect(bytes.toString('latin1')).toMatch(/\/Subtype \/Image/);
});

it('refuses a colour mode that the format is not written in', async () => {
  await expect(exported([panelFile(100, 100)], { format: 'png', colour: 'cmyk' })).rejects.toMatchObject({
    code: 'invalid_input',
    data: { issues: [{ field: 'colour', code: 'colour_not_in_format' }] },
  });
});
