import { rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createFigureWorker } from '../main/figures/figure-worker';
import { readJournals } from '../main/figures/journals';
import { chooseEngine } from '../main/figures/sharp-loader';
import { AppError } from '../shared/app-error';
import { COMPOSITE_DEFAULTS } from '../shared/composite-layout';
import { exportSettingsSchema, type ExportSettings } from '../shared/export-settings';
import { JOURNAL_DEFAULTS, journalSettingsSchema, type JournalSettings } from '../shared/journal-layout';
import type { Journal } from '../shared/journals';
import { preflight } from '../shared/preflight';
import { BadCall } from './bad-call';
import type { ComposeArguments } from './compose-arguments';
import { userDataFolder } from './data-folder';
import { orInterrupted } from './or-interrupted';
import type { Terminal } from './terminal';
import type { Words } from './words';

interface Surroundings {
  terminal: Terminal;
  words: Words;
}

const RESOURCES = join(__dirname, '../../resources');
const DEFAULT_DPI = 300;

/** Composes pictures: as the server does, or with a width in mm or a journal's preset for print. */
export async function compose(command: ComposeArguments, surroundings: Surroundings): Promise<number> {
  if (command.engine) chooseEngine(command.engine);
  const panels = command.images.map((path) => resolve(path));
  const isForPrint = command.widthMm !== undefined || command.preset !== undefined;
  if (!isForPrint && command.format !== 'png') throw new BadCall('serverIsPng', { file: command.out });
  // what stood under this name stays until the new file is whole
  // and its own name is not made of it: that may be as long as the disk allows
  const out = join(dirname(command.out), `.plantain-${process.pid}.part`);
  try {
    const work = isForPrint ? print(command, panels, out, surroundings) : asServer(command, panels, out, surroundings);
    await orInterrupted(work, surroundings.terminal.interrupted);
    await rename(out, command.out);
  } catch (error) {
    await rm(out, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof AppError || error instanceof BadCall || code === undefined) throw error;
    throw new AppError(code === 'ENOSPC' ? 'disk_full' : 'disk_error', { detail: `${command.out}: ${code}` });
  }
  surroundings.terminal.say(surroundings.words.t('cli.job.stored', { file: command.out }));
  return 0;
}

const listed = (panels: readonly number[]): string => panels.map((panel) => panel + 1).join(', ');

async function asServer(command: ComposeArguments, panels: string[], out: string, { terminal, words }: Surroundings) {
  const { layout, labels, noLabels, spacing, labelPosition, labelFontSize } = command;
  const { notes } = await createFigureWorker(RESOURCES).render({
    figure: {
      ...{ mode: 'server', panels, layout, missingGlyphs: 'boxes' },
      labels: noLabels ? panels.map(() => '') : labels,
      spacing: spacing ?? COMPOSITE_DEFAULTS.spacing,
      labelPosition: labelPosition ?? COMPOSITE_DEFAULTS.labelPosition,
      labelFontSize: labelFontSize ?? COMPOSITE_DEFAULTS.labelFontSize,
    },
    out,
  });
  if (notes.clippedGrey.length > 0)
    terminal.say(words.t('figure.notes.clippedGrey', { panels: listed(notes.clippedGrey) }));
  if (notes.liveText.length > 0) terminal.say(words.t('figure.notes.liveText', { panels: listed(notes.liveText) }));
  if (notes.missingGlyphs !== '') terminal.say(words.t('figure.notes.missingGlyphs', { letters: notes.missingGlyphs }));
}

async function print(command: ComposeArguments, panels: string[], out: string, { terminal, words }: Surroundings) {
  const { journals, asOf, problem } = await readJournals(RESOURCES, userDataFolder(terminal.env));
  if (problem !== undefined) terminal.say(words.t('cli.compose.ownPresets', { reason: problem }));
  const journal = journals.find(({ id }) => id === command.preset);
  if (command.preset !== undefined && !journal)
    throw new BadCall('preset', { preset: command.preset, known: journals.map(({ id }) => id).join(', ') });
  const settings = settingsFor(command, journal);
  const output = outputFor(command, journal);
  const done = await createFigureWorker(RESOURCES).export({
    figure: { mode: 'journal', panels, ...settings },
    output,
    out,
  });
  if (done.rasterized.length > 0) terminal.say(words.t('figure.notes.rasterized', { panels: listed(done.rasterized) }));
  if (!journal) return;
  const { plan, facts, bytes } = done;
  for (const { level, code, params, mend } of preflight({
    plan,
    settings,
    panels: facts,
    output,
    journal,
    fileBytes: bytes,
  })) {
    if (level === 'pass') continue;
    const mending = mend ? ` ${words.t(`figure.mend.${mend.code}`, mend.params)}` : '';
    terminal.say(
      `${words.t(`cli.compose.${level}`)}: ${words.t(`figure.finding.${level}.${code}`, params)}.${mending}`,
    );
  }
  terminal.say(`${journal.name}: ${words.t('figure.checkPage', { asOf })}`);
}

function settingsFor(command: ComposeArguments, journal: Journal | undefined): JournalSettings {
  const { labels, noLabels, labelPosition } = command;
  const style = noLabels ? 'none' : labels ? 'own' : (journal?.letters?.style ?? JOURNAL_DEFAULTS.letters.style);
  return checked(journalSettingsSchema, {
    ...JOURNAL_DEFAULTS,
    layout: command.layout,
    widthMm: command.widthMm ?? journal?.widths[0]?.mm ?? JOURNAL_DEFAULTS.widthMm,
    gapMm: command.spacing ?? JOURNAL_DEFAULTS.gapMm,
    letters: {
      ...JOURNAL_DEFAULTS.letters,
      ...{ style, own: labels ?? [] },
      corner: labelPosition === 'bottom' ? 'bottom-left' : 'top-left',
      points: command.labelFontSize ?? journal?.letters?.points ?? JOURNAL_DEFAULTS.letters.points,
    },
  });
}

function outputFor({ format, dpi, colour, upsample }: ComposeArguments, journal: Journal | undefined): ExportSettings {
  return checked(exportSettingsSchema, {
    ...{ format, colour, upsample, altText: '' },
    dpi: dpi ?? journal?.dpi.least ?? DEFAULT_DPI,
  });
}

function checked<T>(
  schema: {
    safeParse(
      value: unknown,
    ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
  },
  value: unknown,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // numbers were judged with the arguments: what is left are texts
  throw new BadCall('composeText', { option: parsed.error.issues[0]?.path[0] === 'layout' ? '--layout' : '--label' });
}
