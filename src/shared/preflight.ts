import { z } from 'zod';
import { mostBytes } from './export-size';
import type { ExportSettings } from './export-settings';
import {
  effectiveDpi,
  MM_PER_INCH,
  MM_PER_POINT,
  type JournalPlan,
  type JournalSettings,
  type LetterStyle,
} from './journal-layout';
import type { Journal } from './journals';
import type { PanelFacts } from './panel-facts';

const findingCodeSchema = z.enum([
  'width',
  'height',
  'panel_dpi',
  'enlarged',
  'dpi',
  'format',
  'colour',
  'transparency',
  'text',
  'text_unmeasured',
  'text_editable',
  'text_lost',
  'letters',
  'file_size',
  'size_unknown',
  'alt_text',
  'confidence',
]);
export type FindingCode = z.infer<typeof findingCodeSchema>;

const mendCodeSchema = z.enum([
  'use_width',
  'reduce_height',
  'narrower',
  'redraw',
  'use_dpi',
  'use_format',
  'use_colour',
  'wider',
  'use_letters',
  'compress',
  'measure',
  'write_alt_text',
  'look',
  'review_copy',
  'check_page',
  'outline_text',
]);

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Words under `figure.finding.<level>.<code>` and `figure.mend.<code>`, both with the params. */
export const findingSchema = z.object({
  level: z.enum(['pass', 'warn', 'fail']),
  code: findingCodeSchema,
  params: paramsSchema,
  /** The panel that it speaks of, from 0. */
  panel: z.number().optional(),
  mend: z.object({ code: mendCodeSchema, params: paramsSchema }).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export interface PreflightInput {
  plan: JournalPlan;
  settings: JournalSettings;
  panels: readonly PanelFacts[];
  output: ExportSettings;
  journal: Journal;
  /** Of the written file, once there is one. */
  fileBytes?: number | undefined;
}

/** A tenth of a millimetre is what rulers show. */
const TOLERANCE_MM = 0.1;
const tenth = (value: number): number => Math.round(value * 10) / 10;

type Check = (input: PreflightInput) => Finding | Finding[] | undefined;

const pass = (code: FindingCode, params: Finding['params']): Finding => ({ level: 'pass', code, params });

const width: Check = ({ plan: { widthMm }, journal: { widths } }) => {
  const fits = widths.some(({ mm, toMm = mm }) => widthMm >= mm - TOLERANCE_MM && widthMm <= toMm + TOLERANCE_MM);
  const mm = tenth(widthMm);
  if (fits) return pass('width', { mm });
  const nearest = widths
    .map((column) => (widthMm > column.mm && column.toMm !== undefined ? Math.min(widthMm, column.toMm) : column.mm))
    .reduce((best, own) => (Math.abs(own - widthMm) < Math.abs(best - widthMm) ? own : best));
  const allowed = widths.map(({ mm: from, toMm }) => (toMm === undefined ? `${from}` : `${from}–${toMm}`)).join(', ');
  return {
    ...{ level: 'fail', code: 'width', params: { mm, allowed } },
    mend: { code: 'use_width', params: { mm: nearest } },
  };
};

const height: Check = ({ plan: { heightMm }, journal: { maxHeightMm } }) => {
  const params = { mm: tenth(heightMm), most: maxHeightMm ?? 0 };
  if (maxHeightMm === undefined) return undefined;
  if (heightMm <= maxHeightMm + TOLERANCE_MM) return pass('height', params);
  return { level: 'fail', code: 'height', params, mend: { code: 'reduce_height', params } };
};

/** Panels of pixels, each with what it really has and how wide the figure may be for it to suffice. */
const panelDpi: Check = ({ plan, panels, journal: { dpi } }) =>
  plan.cells.flatMap(({ panel }, index): Finding[] => {
    const facts = panels[index];
    if (!facts || facts.vector) return [];
    const own = effectiveDpi(facts, panel);
    // what is shown is rounded down: 299.6 must not read as 300 that fails
    const params = { dpi: Math.floor(own), least: dpi.least, panel: index + 1, mm: tenth(panel.w) };
    if (own >= dpi.least) {
      if (dpi.recommended === undefined || own >= dpi.recommended)
        return [{ ...pass('panel_dpi', params), panel: index }];
      return [
        {
          ...{ level: 'warn', code: 'panel_dpi', panel: index, params: { ...params, least: dpi.recommended } },
          mend: { code: 'redraw', params },
        },
      ];
    }
    const reaches = Math.floor((facts.width / dpi.least) * MM_PER_INCH * 10) / 10;
    const figureMm = Math.floor(plan.widthMm * (own / dpi.least) * 10) / 10;
    return [
      {
        ...{ level: 'fail', code: 'panel_dpi', panel: index, params },
        mend: { code: 'narrower', params: { ...params, reaches, figureMm } },
      },
    ];
  });

/** Panels that a file of pixels would enlarge, though the journal is content with what they have. */
const enlarged: Check = ({ plan, panels, output, journal }) => {
  if (output.format === 'pdf') return [];
  return plan.cells.flatMap(({ panel }, index): Finding[] => {
    const facts = panels[index];
    // a rounded edge may take a panel one pixel beyond what it has
    if (!facts || facts.vector || facts.width + 1 >= (panel.w / MM_PER_INCH) * output.dpi) return [];
    const own = Math.floor(effectiveDpi(facts, panel));
    const params = { panel: index + 1, dpi: own, asked: output.dpi, figureMm: reach(plan.widthMm, own, output.dpi) };
    if (output.upsample)
      return [
        { level: 'warn', code: 'enlarged', panel: index, params, mend: { code: 'use_dpi', params: { dpi: own } } },
      ];
    if (own < journal.dpi.least) return [];
    return [{ level: 'fail', code: 'enlarged', panel: index, params, mend: { code: 'use_dpi', params: { dpi: own } } }];
  });
};

/** Width in mm at which pixels that have `own` dpi have the ones asked for; rounded down, so that they do. */
const reach = (mm: number, own: number, asked: number): number => Math.floor((mm * own * 10) / asked) / 10;

const dpi: Check = ({ output, panels, plan, journal }) => {
  if (output.format === 'pdf' && panels.every(({ vector }) => vector)) return undefined;
  const { least, most = Infinity } = journal.dpi;
  const params = { dpi: output.dpi, least, most: journal.dpi.most ?? 0 };
  if (output.dpi < least)
    return { level: 'fail', code: 'dpi', params, mend: { code: 'use_dpi', params: { dpi: least } } };
  if (output.dpi > most)
    return { level: 'warn', code: 'dpi', params, mend: { code: 'use_dpi', params: { dpi: most } } };
  const real = plan.cells.flatMap(({ panel }, index) => {
    const facts = panels[index];
    return facts && !facts.vector ? [effectiveDpi(facts, panel)] : [];
  });
  return pass('dpi', { ...params, effective: Math.floor(Math.min(output.dpi, ...real)) });
};

const format: Check = ({ output, journal: { formats } }) => {
  const params = { format: output.format.toUpperCase(), allowed: formats.join(', ').toUpperCase() };
  if (formats.some((own) => own === output.format)) return pass('format', params);
  const better = (['pdf', 'tiff', 'png', 'jpeg'] as const).find((own) => formats.includes(own)) ?? 'pdf';
  return {
    ...{ level: 'fail', code: 'format', params },
    mend: { code: 'use_format', params: { format: better } },
  };
};

const colour: Check = ({ output, panels, journal: { colours } }) => {
  const params = { colour: output.colour, allowed: colours.join(', ') };
  if (!colours.includes(output.colour))
    return {
      level: 'fail',
      code: 'colour',
      params,
      mend: { code: 'use_colour', params: { colour: colours[0] ?? 'rgb' } },
    };
  const lost = output.colour === 'grey' && panels.some((panel) => panel.colour !== 'grey');
  if (lost) return { level: 'warn', code: 'colour', params, mend: { code: 'use_colour', params: { colour: 'rgb' } } };
  return pass('colour', params);
};

/** Exports are flattened on white; a panel that is partly clear may look different from what its author saw. */
const transparency: Check = ({ panels }) => {
  const clear = panels.flatMap(({ hasAlpha, vector }, index) => (hasAlpha && !vector ? [index + 1] : []));
  if (clear.length === 0) return pass('transparency', {});
  const params = { panels: clear.join(', ') };
  return { level: 'warn', code: 'transparency', params, mend: { code: 'look', params } };
};

const text: Check = ({ plan, panels, journal }) => {
  const { leastPoints } = journal.text ?? {};
  if (leastPoints === undefined) return undefined;
  const unmeasured: number[] = [];
  const findings = plan.cells.flatMap(({ panel }, index): Finding[] => {
    const facts = panels[index];
    if (!facts) return [];
    if (facts.smallestText === null) {
      unmeasured.push(index + 1);
      return [];
    }
    const points = (facts.smallestText * (panel.w / facts.width)) / MM_PER_POINT;
    const params = { panel: index + 1, points: Math.floor(points * 10) / 10, least: leastPoints };
    // half of a hundredth of a point is rounding, not small print
    if (points >= leastPoints - 0.005) return [{ ...pass('text', params), panel: index }];
    const mend = { code: 'wider' as const, params: { ...params, percent: Math.ceil((leastPoints / points) * 100) } };
    return [{ level: 'fail', code: 'text', panel: index, params, mend }];
  });
  if (unmeasured.length === 0) return findings;
  const params = { panels: unmeasured.join(', '), least: leastPoints };
  return [...findings, { level: 'warn', code: 'text_unmeasured', params, mend: { code: 'look', params } }];
};

const editable: Check = ({ panels, output, journal }) => {
  if (!journal.text?.editable) return undefined;
  if (output.format === 'pdf' && panels.every(({ vector }) => vector)) return pass('text_editable', {});
  return { level: 'warn', code: 'text_editable', params: {}, mend: { code: 'review_copy', params: {} } };
};

/** Only a PDF gets the text of plots with fonts of our own. */
const lostText: Check = ({ panels, output, journal: { formats } }) => {
  const live = panels.flatMap(({ liveText }, index) => (liveText ? [index + 1] : []));
  if (live.length === 0 || output.format === 'pdf') return undefined;
  const mend = formats.includes('pdf')
    ? { code: 'use_format' as const, params: { format: 'pdf' } }
    : { code: 'outline_text' as const, params: {} };
  return { level: 'warn', code: 'text_lost', params: { panels: live.join(', ') }, mend };
};

const SHOWN: Partial<Record<LetterStyle, string>> = { none: '–', own: '…' };
const shown = (style: LetterStyle): string => SHOWN[style] ?? style;

const letters: Check = ({ settings, panels, journal }) => {
  if (!journal.letters || panels.length < 2) return undefined;
  const { style, points } = settings.letters;
  const params = {
    style: shown(style),
    points,
    asked: shown(journal.letters.style),
    askedPoints: journal.letters.points,
  };
  if (style === journal.letters.style && points === journal.letters.points) return pass('letters', params);
  return { level: 'warn', code: 'letters', params, mend: { code: 'use_letters', params } };
};

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;

const fileSize: Check = ({ plan, panels, output, fileBytes, journal: { maxBytes } }) => {
  if (maxBytes === undefined) return undefined;
  const most = maxBytes / 1_000_000;
  if (fileBytes === undefined) {
    const bound = mostBytes(plan, panels, output);
    if (bound !== null && bound <= maxBytes) return pass('size_unknown', { megabytes: inMegabytes(bound), most });
    return { level: 'warn', code: 'size_unknown', params: { most }, mend: { code: 'measure', params: {} } };
  }
  const params = { megabytes: inMegabytes(fileBytes), most };
  if (fileBytes <= maxBytes) return pass('file_size', params);
  return { level: 'fail', code: 'file_size', params, mend: { code: 'compress', params } };
};

const altText: Check = ({ output, journal }) => {
  if (output.altText.trim() !== '') return pass('alt_text', {});
  if (!journal.altTextRequired) return undefined;
  return { level: 'warn', code: 'alt_text', params: {}, mend: { code: 'write_alt_text', params: {} } };
};

const confidence: Check = ({ journal }) =>
  journal.confidence === 'low'
    ? {
        ...{ level: 'warn', code: 'confidence', params: { journal: journal.name } },
        mend: { code: 'check_page', params: { journal: journal.name } },
      }
    : undefined;

const CHECKS: readonly Check[] = [
  ...[width, height, panelDpi, enlarged, dpi, format, colour, transparency, text, editable, lostText, letters],
  ...[fileSize, altText],
  confidence,
];

const ORDER = ['fail', 'warn', 'pass'];

/** What the journal would say of the figure: fails first, then warnings, then what is right. */
export function preflight(input: PreflightInput): Finding[] {
  return CHECKS.flatMap((check) => check(input) ?? []).sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}
