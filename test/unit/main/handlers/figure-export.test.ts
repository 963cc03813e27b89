import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { AppError } from '../../../../src/shared/app-error';
import { JOURNAL_DEFAULTS, planJournal } from '../../../../src/shared/journal-layout';
import type { Figures } from '../../../../src/main/figures/figures';
import { readJournals } from '../../../../src/main/figures/journals';
import type { PictureHeader } from '../../../../src/main/figures/pixels/read-picture';
import { createFileStore } from '../../../../src/main/assets/store';
import { figureExportHandlers } from '../../../../src/main/handlers/figure-export';
import { temporaryFolder } from '../../../support/temporary-folder';

const SHA = 'ab'.repeat(32);
const RESOURCES = join(__dirname, '../../../../resources');
const header: PictureHeader = {
  ...{ width: 2000, height: 1000, format: 'png', colour: 'rgb', bits: 8, hasAlpha: false, clippedGrey: false },
  ...{ upright: { width: 2000, height: 1000 }, plainJpeg: false, smallestText: null, hasLiveText: false },
};
const figure = { ...JOURNAL_DEFAULTS, panels: [SHA] };
const output = { format: 'tiff', dpi: 300, colour: 'rgb', upsample: false, altText: '' } as const;
const item = (journal: string, label: string) => ({ journal, label, figure, output });

function setUp() {
  const folder = temporaryFolder();
  const target = join(folder, 'target');
  mkdirSync(target);
  const facts = { ...header.upright, vector: false, colour: 'rgb', hasAlpha: false, smallestText: null } as const;
  const write = vi.fn<Figures['export']>(async (own, _output, out) => {
    writeFileSync(out, 'made');
    return { bytes: 4, plan: planJournal([facts], own), facts: [facts], pixels: header.upright, rasterized: [] };
  });
  const inspect = vi.fn<Figures['inspect']>().mockResolvedValue([header]);
  const desktop = {
    chooseSaveTarget: vi.fn().mockResolvedValue(join(target, 'chosen.tiff')),
    chooseFolder: vi.fn().mockResolvedValue(target),
    reveal: vi.fn(),
    openInBrowser: vi.fn().mockResolvedValue(undefined),
  };
  const onExported = vi.fn<(progress: { run: string; done: number; total: number }) => void>();
  const store = createFileStore(join(folder, 'files'));
  const handlers = figureExportHandlers({
    ...{ desktop, onExported, dataFolder: folder, workFolder: join(folder, 'exports') },
    figures: { export: write, inspect },
    files: async () => store,
    journals: () => readJournals(RESOURCES, folder),
  });
  return { handlers, folder, target, write, inspect, desktop, onExported, store };
}

const ask = { figure, output, run: 'r1', name: 'Figure 2: routing' };

it('writes the chosen file whole, from the store’s files, and leaves nothing else', async () => {
  const { handlers, folder, target, write, desktop, store } = setUp();
  const file = await handlers['figure.export'](ask, undefined);
  expect(desktop.chooseSaveTarget).toHaveBeenCalledWith('Figure 2 routing.tiff', 'tiff');
  expect(write.mock.calls[0]?.[0]).toMatchObject({ mode: 'journal', panels: [store.path(SHA)], widthMm: 89 });
  expect(file).toMatchObject({ name: 'chosen.tiff', bytes: 4, widthMm: 89, heightMm: 44.5 });
  expect(readFileSync(join(target, 'chosen.tiff'), 'utf8')).toBe('made');
  expect(readdirSync(target)).toEqual(['chosen.tiff']);
  expect(readdirSync(join(folder, 'exports'))).toEqual([]);
});

it('leaves the old file as it was when the export fails', async () => {
  const { handlers, folder, target, write } = setUp();
  writeFileSync(join(target, 'chosen.tiff'), 'old');
  write.mockImplementation(async (_figure, _output, out) => {
    writeFileSync(out, 'half');
    throw new AppError('worker_failed');
  });
  await expect(handlers['figure.export'](ask, undefined)).rejects.toMatchObject({ code: 'worker_failed' });
  expect(readFileSync(join(target, 'chosen.tiff'), 'utf8')).toBe('old');
  expect(readdirSync(target)).toEqual(['chosen.tiff']);
  expect(readdirSync(join(folder, 'exports'))).toEqual([]);
});

it('makes nothing where the dialog is closed', async () => {
  const { handlers, write, desktop } = setUp();
  desktop.chooseSaveTarget.mockResolvedValue(undefined);
  desktop.chooseFolder.mockResolvedValue(undefined);
  expect(await handlers['figure.export'](ask, undefined)).toBeNull();
  expect(await handlers['figure.exportBatch']({ ...ask, items: [item('nature', 'Nature')] }, undefined)).toBeNull();
  expect(write).not.toHaveBeenCalled();
});

it('exports for several journals, tells each result and overwrites nothing', async () => {
  const { handlers, target, write, onExported } = setUp();
  writeFileSync(join(target, 'Figure 2 routing Nature 89 mm.tiff'), 'older');
  write.mockImplementationOnce(async () => {
    throw new AppError('figure_too_coarse', { params: { panel: 1, has: 292, dpi: 300, widthMm: 86.6 } });
  });
  const items = [item('cell', 'Cell Press 85 mm'), item('nature', 'Nature 89 mm'), item('gone', 'My journal')];
  const done = await handlers['figure.exportBatch']({ ...ask, items }, undefined);
  expect(done?.results.map(({ file, error }) => file?.name ?? error?.code)).toEqual([
    'figure_too_coarse',
    'Figure 2 routing Nature 89 mm (2).tiff',
    'Figure 2 routing My journal.tiff',
  ]);
  expect(readFileSync(join(target, 'Figure 2 routing Nature 89 mm.tiff'), 'utf8')).toBe('older');
  expect(done?.results[1]?.findings.find(({ code }) => code === 'width')?.level).toBe('pass');
  expect(onExported.mock.calls.map(([progress]) => progress)).toEqual(
    [1, 2, 3].map((count) => ({ run: 'r1', done: count, total: 3 })),
  );
});

it('stops a batch: what is written stays, the rest is called off', async () => {
  const { handlers, write } = setUp();
  write.mockImplementationOnce(async (own, given, out, options) => {
    await handlers['figure.stopExport']({ run: 'r1' }, undefined);
    expect(options?.signal?.aborted).toBe(true);
    throw new AppError('canceled');
  });
  const items = [item('nature', 'Nature'), item('cell', 'Cell')];
  const done = await handlers['figure.exportBatch']({ ...ask, items }, undefined);
  expect(done?.results.map(({ error }) => error?.code)).toEqual(['canceled', 'canceled']);
  expect(write).toHaveBeenCalledTimes(1);
});

it('checks a figure against a preset, with the press that mends it', async () => {
  const { handlers, inspect } = setUp();
  const wide = { ...figure, widthMm: 183 };
  const answer = await handlers['figure.preflight']({ figure: wide, output, journal: 'nature' }, undefined);
  expect(inspect).toHaveBeenCalledWith(expect.anything(), { slot: 'preflight' });
  expect(answer.plan).toMatchObject({ widthMm: 183, heightMm: 91.5 });
  expect(answer.findings[0]).toMatchObject({
    ...{ level: 'fail', code: 'panel_dpi', params: { dpi: 277 } },
    action: { kind: 'change', settings: { widthMm: 136 } },
  });
  const free = await handlers['figure.preflight']({ figure: wide, output, journal: null }, undefined);
  expect(free.findings.map(({ level, code }) => [level, code])).toContainEqual(['fail', 'enlarged']);
});

it('refuses a layout that does not hold the panels, as the export does', async () => {
  const { handlers } = setUp();
  const bad = { figure: { ...figure, layout: '0x1' }, output, journal: null };
  await expect(handlers['figure.preflight'](bad, undefined)).rejects.toMatchObject({ code: 'invalid_input' });
});

it('measures a file without keeping it', async () => {
  const { handlers, folder } = setUp();
  expect(await handlers['figure.measure']({ figure, output }, undefined)).toEqual({ bytes: 4 });
  expect(readdirSync(join(folder, 'exports'))).toEqual([]);
});

it('makes a file of own presets that is read as it stands, and never writes over one', async () => {
  const { handlers, folder, desktop } = setUp();
  await handlers['figure.showPresets'](undefined, undefined);
  const path = join(folder, 'journals.json');
  expect(desktop.reveal).toHaveBeenCalledWith(path);
  const { journals, problem } = await handlers['figure.journals'](undefined, undefined);
  expect(problem).toBeUndefined();
  expect(journals.map(({ id }) => id)).toContain('my-journal');
  writeFileSync(path, '{"mine":1}');
  await handlers['figure.showPresets'](undefined, undefined);
  expect(readFileSync(path, 'utf8')).toBe('{"mine":1}');
  expect((await handlers['figure.journals'](undefined, undefined)).problem).toBeTruthy();
});

it('opens a journal’s page by its preset alone', async () => {
  const { handlers, desktop } = setUp();
  await handlers['figure.openJournalPage']({ journal: 'plos' }, undefined);
  expect(desktop.openInBrowser).toHaveBeenCalledWith('https://journals.plos.org/plosone/s/figures');
  await expect(handlers['figure.openJournalPage']({ journal: 'nobody' }, undefined)).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('shows only what it has exported itself', async () => {
  const { handlers, desktop } = setUp();
  await expect(handlers['figure.showExport']({ path: '/etc/passwd' }, undefined)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const file = await handlers['figure.export'](ask, undefined);
  await handlers['figure.showExport']({ path: file!.path }, undefined);
  expect(desktop.reveal).toHaveBeenCalledWith(file!.path);
});
