import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { ColourMode, ExportFormat } from '../shared/export-settings';
import { BadCall } from './bad-call';

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
  ...{
    '.png': 'png',
    '.jpg': 'jpeg',
    '.jpeg': 'jpeg',
    '.webp': 'webp',
    '.tif': 'tiff',
    '.tiff': 'tiff',
    '.pdf': 'pdf',
  },
};

function number(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least)
    throw new BadCall('number', { option: `--${option}`, text, least: String(least) });
  return value;
}

/** The server counts in whole pixels. */
function integer(option: string, text: string | undefined, least: number): number | undefined {
  const value = number(option, text, least);
  if (value !== undefined && !Number.isInteger(value))
    throw new BadCall('number', { option: `--${option}`, text: text ?? '', least: String(least) });
  return value;
}

function oneOf<T extends string>(option: string, text: string | undefined, allowed: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const found = allowed.find((own) => own === text);
  if (found === undefined) throw new BadCall('oneOf', { option: `--${option}`, text, allowed: allowed.join(', ') });
  return found;
}

/** Reads what stands behind `plantain compose`. Throws BadCall. */
export function parseCompose(args: readonly string[]): ComposeArguments {
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    } catch (error) {
      throw new BadCall('composeOptions', { reason: error instanceof Error ? error.message : String(error) });
    }
  })();
  const { out } = values;
  if (positionals.length === 0) throw new BadCall('imagesMissing');
  if (out === undefined) throw new BadCall('outMissing');
  const format = FORMATS[extname(out).toLowerCase()];
  if (!format) throw new BadCall('outFormat', { file: out, allowed: Object.keys(FORMATS).join(' ') });
  const widthMm = number('width-mm', values['width-mm'], 10);
  const forPrint = widthMm !== undefined || values.preset !== undefined;
  const inPixels = forPrint ? number : integer;
  return {
    ...{ kind: 'compose', images: positionals, out, format, widthMm },
    layout: values.layout ?? 'auto',
    labels: values.label ?? null,
    noLabels: values['no-labels'] ?? false,
    spacing: inPixels('spacing', values.spacing, 0),
    labelPosition: oneOf('label-position', values['label-position'], ['top', 'bottom']),
    labelFontSize: inPixels('label-font-size', values['label-font-size'], 1),
    dpi: number('dpi', values.dpi, 36),
    preset: values.preset,
    colour: oneOf('colour', values.colour, ['rgb', 'grey', 'cmyk']) ?? 'rgb',
    upsample: values.upsample ?? false,
    engine: oneOf('engine', values.engine, ['native', 'wasm']),
  };
}
