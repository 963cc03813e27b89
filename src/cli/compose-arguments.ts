import { extname } from 'node:path';
import type { ColourMode, ExportFormat } from '../shared/export-settings';
import { BadCall } from './bad-call';
import { readOptions } from './options';

export interface ComposeArguments {
  kind: 'compose';
  images: string[];
  out: string;
  format: ExportFormat;
  layout: string;
  /** null: the usual letters. */
  labels: string[] | null;
  noLabels: boolean;
  spacing: number | undefined;
  labelPosition: 'top' | 'bottom' | undefined;
  labelFontSize: number | undefined;
  widthMm: number | undefined;
  dpi: number | undefined;
  preset: string | undefined;
  colour: ColourMode;
  upsample: boolean;
  engine: 'native' | 'wasm' | undefined;
}

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  layout: { type: 'string' },
  label: { type: 'string', multiple: true },
  'no-labels': { type: 'boolean' },
  spacing: { type: 'string' },
  'label-position': { type: 'string' },
  'label-font-size': { type: 'string' },
  'width-mm': { type: 'string' },
  dpi: { type: 'string' },
  preset: { type: 'string' },
  colour: { type: 'string' },
  upsample: { type: 'boolean' },
  engine: { type: 'string' },
} as const;

const FORMATS: Record<string, ExportFormat> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.tif': 'tiff',
  '.tiff': 'tiff',
  '.pdf': 'pdf',
};

interface Range {
  least: number;
  /** Left out where the server names no end. */
  most?: number;
  /** The server counts in whole pixels. */
  whole?: boolean;
}

function number(option: string, text: string | undefined, { least, most, whole = false }: Range): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  const counts = text.trim() !== '' && Number.isFinite(value) && (!whole || Number.isInteger(value));
  if (counts && value >= least && value <= (most ?? Infinity)) return value;
  const values = { option: `--${option}`, text, least: String(least) };
  if (most !== undefined) throw new BadCall('numberBetween', { ...values, most: String(most) });
  throw new BadCall(whole ? 'wholeNumber' : 'number', values);
}

function oneOf<T extends string>(option: string, text: string | undefined, allowed: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const found = allowed.find((own) => own === text);
  if (found === undefined) throw new BadCall('oneOf', { option: `--${option}`, text, allowed: allowed.join(', ') });
  return found;
}

/** Reads what stands behind `plantain compose`. Throws BadCall. */
export function parseCompose(args: readonly string[]): ComposeArguments {
  const { values, positionals } = readOptions(args, OPTIONS);
  const { out } = values;
  if (positionals.length === 0) throw new BadCall('imagesMissing');
  if (out === undefined) throw new BadCall('outMissing');
  const format = FORMATS[extname(out).toLowerCase()];
  if (!format) throw new BadCall('outFormat', { file: out, allowed: Object.keys(FORMATS).join(' ') });
  const widthMm = number('width-mm', values['width-mm'], { least: 10, most: 1000 });
  const forPrint = widthMm !== undefined || values.preset !== undefined;
  return {
    ...{ kind: 'compose', images: positionals, out, format, widthMm },
    layout: values.layout ?? 'auto',
    labels: values.label ?? null,
    noLabels: values['no-labels'] ?? false,
    spacing: number('spacing', values.spacing, forPrint ? { least: 0, most: 100 } : { least: 0, whole: true }),
    labelPosition: oneOf('label-position', values['label-position'], ['top', 'bottom']),
    labelFontSize: number(
      'label-font-size',
      values['label-font-size'],
      forPrint ? { least: 1, most: 72 } : { least: 1, whole: true },
    ),
    dpi: number('dpi', values.dpi, { least: 36, most: 2400 }),
    preset: values.preset,
    colour: oneOf('colour', values.colour, ['rgb', 'grey', 'cmyk']) ?? 'rgb',
    upsample: values.upsample ?? false,
    engine: oneOf('engine', values.engine, ['native', 'wasm']),
  };
}
