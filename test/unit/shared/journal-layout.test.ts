import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ExportSettings } from '../../../src/shared/export-settings';
import { createTranslate } from '../../../src/main/translate';
import {
  journalRefusal,
  JOURNAL_DEFAULTS,
  lettersFor,
  pixelRect,
  planJournal,
} from '../../../src/shared/journal-layout';
import { journalFileSchema, mergeJournals } from '../../../src/shared/journals';
import type { PanelFacts } from '../../../src/shared/panel-facts';
import { preflight, type PreflightInput } from '../../../src/shared/preflight';

const size = (width: number, height: number) => ({ width, height });
const { journals } = journalFileSchema.parse(
  JSON.parse(readFileSync(join(__dirname, '../../../resources/journals.json'), 'utf8')),
);
const nature = journals.find(({ id }) => id === 'nature')!;

it('fills each row to the width with panels of one height', () => {
  const plan = planJournal([size(400, 200), size(200, 200), size(300, 100), size(100, 100)], {
    ...JOURNAL_DEFAULTS,
    ...{ widthMm: 100, gapMm: 4, layout: '2x2' },
  });
  const [a, b, c, d] = plan.cells.map(({ panel }) => panel);
  expect(a!.h).toBeCloseTo(32);
  expect([a!.w, b!.w, b!.x].map(Math.round)).toEqual([64, 32, 68]);
  expect(c!.h).toBeCloseTo(d!.h);
  expect(d!.x + d!.w).toBeCloseTo(100);
  expect(plan.heightMm).toBeCloseTo(32 + 4 + 24);
});

it('does not blow up a last row that has fewer panels', () => {
  const plan = planJournal([size(100, 100), size(100, 100), size(100, 100)], {
    ...JOURNAL_DEFAULTS,
    ...{ widthMm: 84, gapMm: 4, layout: '2x2' },
  });
  expect(plan.cells.map(({ panel }) => Math.round(panel.h))).toEqual([40, 40, 40]);
});

it('makes all columns equally wide when asked to', () => {
  const plan = planJournal([size(400, 200), size(100, 100)], { ...JOURNAL_DEFAULTS, fit: 'widths', widthMm: 103 });
  expect(plan.cells.map(({ panel: { w, h } }) => [w, h])).toEqual([
    [50, 25],
    [50, 50],
  ]);
  expect(plan.heightMm).toBe(50);
});

it('leaves no pixel between neighbours, and none over, whatever the rounding', () => {
  const plan = planJournal([size(331, 200), size(457, 200), size(123, 200)], { ...JOURNAL_DEFAULTS, gapMm: 0 });
  const rects = plan.cells.map(({ panel }) => pixelRect(panel, 300));
  expect(rects[0]!.x + rects[0]!.w).toBe(rects[1]!.x);
  expect(rects[2]!.x + rects[2]!.w).toBe(Math.round((89 / 25.4) * 300));
});

it('letters panels in each style', () => {
  const styles = ['a', 'A', '(a)', '(A)', '1', 'none', 'own'] as const;
  expect(styles.map((style) => lettersFor(2, { style, own: ['x', 'y'] })[1])).toEqual([
    'b',
    'B',
    '(b)',
    '(B)',
    '2',
    '',
    'y',
  ]);
});

it('takes a single panel, and objects as the server does otherwise', () => {
  expect(journalRefusal(1, JOURNAL_DEFAULTS)).toBeUndefined();
  expect(journalRefusal(3, { ...JOURNAL_DEFAULTS, layout: '1x2' })?.code).toBe('layout_too_small');
});

it('holds seven presets, and lets a user’s own replace one', () => {
  expect(journals.map(({ id }) => id)).toEqual(['nature', 'elsevier', 'ieee', 'plos', 'acm', 'science', 'cell']);
  const own = { ...nature, name: 'Nature, next year' };
  const merged = mergeJournals(journals, [own, { ...own, id: 'mine' }]);
  expect(merged).toHaveLength(8);
  expect(merged.find(({ id }) => id === 'nature')?.name).toBe('Nature, next year');
});

const facts: PanelFacts = { ...size(1024, 700), vector: false, colour: 'rgb', hasAlpha: false, smallestText: null };
function check(panel: Partial<PanelFacts>, output: Partial<ExportSettings> = {}, input: Partial<PreflightInput> = {}) {
  const panels = [{ ...facts, ...panel }];
  const found = preflight({
    ...{ plan: planJournal(panels, JOURNAL_DEFAULTS), settings: JOURNAL_DEFAULTS, panels, journal: nature },
    output: { format: 'tiff', dpi: 300, colour: 'rgb', upsample: false, altText: '', ...output },
    ...input,
  });
  for (const locale of ['en', 'zh-CN'] as const) {
    const t = createTranslate(locale);
    for (const { level, code, params, mend } of found) {
      for (const [key, values] of [
        [`figure.finding.${level}.${code}`, params],
        [`figure.mend.${mend?.code ?? 'look'}`, mend?.params ?? {}],
      ] as const) {
        expect(t(key, values)).not.toBe(key);
        expect(t(key, values)).not.toMatch(/\{\{/);
      }
    }
  }
  return found;
}

it('fails 1024 pixels at 89 mm for Nature, and says how wide they reach', () => {
  expect(check({}).find(({ code }) => code === 'panel_dpi')).toEqual({
    level: 'fail',
    code: 'panel_dpi',
    panel: 0,
    params: { dpi: 292, least: 300, panel: 1, mm: 89 },
    mend: { code: 'narrower', params: { dpi: 292, least: 300, panel: 1, mm: 89, reaches: 86.6, figureMm: 86.6 } },
  });
});

const levels = (found: ReturnType<typeof check>) => Object.fromEntries(found.map(({ code, level }) => [code, level]));

it('passes a vector plot with text large enough in a PDF', () => {
  const text = (points: number) => (points / 72) * 25.4 * (1024 / 89);
  expect(levels(check({ vector: true, smallestText: text(5) }, { format: 'pdf' }))).toEqual({
    ...{ width: 'pass', height: 'pass', format: 'pass', colour: 'pass', transparency: 'pass', text: 'pass' },
    text_editable: 'pass',
  });
  expect(check({ vector: true, smallestText: text(3.94) }, { format: 'pdf' })[0]).toMatchObject({
    ...{
      level: 'fail',
      code: 'text',
      params: { points: 3.9, least: 5 },
      mend: { code: 'wider', params: { percent: 127 } },
    },
  });
});

it('warns of text that only a PDF keeps', () => {
  const plot = { vector: true, smallestText: 100, liveText: true };
  expect(levels(check(plot, { format: 'pdf' }))).not.toHaveProperty('text_lost');
  expect(levels(check({ ...plot, liveText: false }, { format: 'tiff' }))).not.toHaveProperty('text_lost');
  expect(check(plot, { format: 'tiff' }).find(({ code }) => code === 'text_lost')).toMatchObject({
    ...{ level: 'warn', params: { panels: '1' }, mend: { code: 'use_format', params: { format: 'pdf' } } },
  });
  const pixelsOnly = { ...nature, formats: ['tiff'] as const };
  const found = check(plot, { format: 'tiff' }, { journal: { ...pixelsOnly, formats: [...pixelsOnly.formats] } });
  expect(found.find(({ code }) => code === 'text_lost')).toMatchObject({ mend: { code: 'outline_text' } });
});

it('judges width, height, resolution, format, colour, transparency and size of the file', () => {
  const tall = { width: 600, height: 2000, hasAlpha: true };
  const found = check(
    tall,
    { format: 'png', dpi: 200, colour: 'cmyk' },
    { fileBytes: 20_100_000, journal: { ...nature, maxBytes: 20_000_000 } },
  );
  expect(levels(found)).toMatchObject({
    ...{ height: 'fail', dpi: 'fail', format: 'fail', colour: 'fail', file_size: 'fail', transparency: 'warn' },
  });
  expect(found.find(({ code }) => code === 'file_size')?.params).toEqual({ megabytes: 20.1, most: 20 });
  const plan = { ...planJournal([facts], JOURNAL_DEFAULTS), widthMm: 100 };
  expect(check({}, {}, { plan }).find(({ code }) => code === 'width')).toMatchObject({
    ...{
      level: 'fail',
      params: { mm: 100, allowed: '89, 120–136, 183' },
      mend: { code: 'use_width', params: { mm: 89 } },
    },
  });
});
