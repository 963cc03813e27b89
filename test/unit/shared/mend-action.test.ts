import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ExportSettings } from '../../../src/shared/export-settings';
import { JOURNAL_DEFAULTS, planJournal, type JournalSettings } from '../../../src/shared/journal-layout';
import { journalFileSchema } from '../../../src/shared/journals';
import { mendAction } from '../../../src/shared/mend-action';
import type { PanelFacts } from '../../../src/shared/panel-facts';
import { preflight, type FindingCode } from '../../../src/shared/preflight';

const { journals } = journalFileSchema.parse(
  JSON.parse(readFileSync(join(__dirname, '../../../resources/journals.json'), 'utf8')),
);
const picture: PanelFacts = {
  ...{ width: 2000, height: 1400, vector: false, colour: 'rgb', hasAlpha: false, smallestText: null },
};
const letters = (points: number): PanelFacts => ({ ...picture, vector: true, smallestText: (points / 72) * 25.4 * 20 });

interface Case {
  panels?: PanelFacts[];
  settings?: Partial<JournalSettings>;
  output?: Partial<ExportSettings>;
  journal?: string;
  fileBytes?: number;
}

function inputOf({ panels = [picture], settings, output, journal = 'nature', fileBytes }: Case) {
  const own = { ...JOURNAL_DEFAULTS, ...settings };
  return {
    ...{ panels, settings: own, plan: planJournal(panels, own), fileBytes },
    output: {
      format: 'tiff',
      dpi: 300,
      colour: 'rgb',
      upsample: false,
      altText: '',
      ...output,
    } satisfies ExportSettings,
    journal: journals.find(({ id }) => id === journal)!,
  };
}

/** The action for the first finding of a code, and what the same check says once it was pressed. */
function press(code: FindingCode, given: Case) {
  const input = inputOf(given);
  const finding = preflight(input).find((one) => one.code === code && one.level !== 'pass')!;
  const action = mendAction(finding, input);
  if (action?.kind !== 'change') return { action, left: undefined };
  const after = inputOf({
    ...given,
    settings: { ...given.settings, ...(action.settings as Partial<JournalSettings>) },
    output: { ...given.output, ...(action.output as Partial<ExportSettings>) },
  });
  const left = preflight(after).filter((one) => one.code === code && one.panel === finding.panel);
  return { action, left: left.map(({ level }) => level) };
}

it('goes to the journal’s nearest width', () => {
  const { action, left } = press('width', { settings: { widthMm: 100 } });
  expect(action).toMatchObject({ label: 'width', settings: { widthMm: 89 } });
  expect(left).toEqual(['pass']);
});

it('goes to the widest column that the pixels reach, not to a width that the journal refuses', () => {
  const { action } = press('panel_dpi', { settings: { widthMm: 183 }, panels: [{ ...picture, width: 1500 }] });
  expect(action).toMatchObject({ label: 'width', settings: { widthMm: 126.9 } });
});

it('goes to the width of the pixels where no column is so narrow', () => {
  const { action } = press('panel_dpi', { panels: [{ ...picture, width: 1024 }] });
  expect(action).toMatchObject({ settings: { widthMm: 86.6 } });
});

it('widens the figure for small letters, and takes fewer columns where that is not enough', () => {
  const wider = press('text', { panels: [letters(4)] });
  expect(wider.action).toMatchObject({ label: 'widen', settings: { widthMm: 136, layout: 'auto' } });
  expect(wider.left).toEqual(['pass']);
  const flat = { ...letters(3), height: 600 };
  const stacked = press('text', { panels: [flat, flat], settings: { widthMm: 183, layout: '1x2' } });
  expect(stacked.action).toMatchObject({ label: 'widen', settings: { layout: '2x1' } });
  expect(stacked.left).toEqual(['pass']);
});

it('offers nothing for letters that no shape makes large enough', () => {
  expect(press('text', { panels: [letters(0.5)] }).action).toBeUndefined();
});

it('takes more columns for a figure that is too high', () => {
  const high = { ...picture, width: 1400, height: 2000 };
  const { action, left } = press('height', { panels: [high, high], settings: { widthMm: 183, layout: '2x1' } });
  expect(action?.kind === 'change' && action.settings).toBeTruthy();
  expect(left).toEqual(['pass']);
});

it.each<[FindingCode, Case, object]>([
  ['dpi', { output: { dpi: 150 } }, { dpi: 300 }],
  ['format', { output: { format: 'png' } }, { format: 'pdf' }],
  ['format', { output: { format: 'pdf', colour: 'grey' }, journal: 'plos' }, { format: 'tiff' }],
  ['colour', { output: { colour: 'cmyk' } }, { colour: 'rgb' }],
  ['enlarged', { output: { dpi: 600 }, panels: [{ ...picture, width: 1500 }] }, { dpi: 428 }],
  ['file_size', { output: { dpi: 600 }, fileBytes: 12_000_000, journal: 'plos' }, { dpi: 520 }],
])('mends %s of %j by one press', (code, given, output) => {
  const { action, left } = press(code, given);
  expect(action).toMatchObject({ output });
  if (code !== 'file_size') expect(new Set(left)).not.toContain('fail');
});

it('takes the letters of the preset, and leaves their corner', () => {
  const { action, left } = press('letters', {
    journal: 'cell',
    panels: [picture, picture],
    settings: { letters: { ...JOURNAL_DEFAULTS.letters, corner: 'bottom-right' } },
  });
  expect(action).toMatchObject({ settings: { letters: { style: 'A', points: 8, corner: 'bottom-right' } } });
  expect(left).toEqual(['pass']);
});

it('sends to where the author has to act', () => {
  const acm: Case = { journal: 'acm', panels: [{ ...picture, hasAlpha: true }] };
  expect(press('alt_text', acm).action).toEqual({ kind: 'describe' });
  expect(press('confidence', acm).action).toEqual({ kind: 'journal_page' });
  expect(press('transparency', acm).action).toEqual({ kind: 'look', panel: 0 });
  expect(press('panel_dpi', { panels: [{ ...picture, width: 1200 }] }).action).toEqual({ kind: 'redraw', panel: 0 });
  expect(press('size_unknown', { journal: 'plos', output: { dpi: 600 }, settings: { widthMm: 132 } }).action).toEqual({
    kind: 'measure',
  });
});

it('knows a file that must be small enough before it is made', () => {
  const size = preflight(inputOf({ journal: 'plos', settings: { widthMm: 66.8 } })).find(
    ({ code }) => code === 'size_unknown',
  );
  expect(size).toMatchObject({ level: 'pass', params: { most: 10 } });
});
