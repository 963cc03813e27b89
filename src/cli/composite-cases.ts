import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { paintComposite, prepareComposite } from '../main/figures/composite/compose';
import { pageAsPng } from '../main/figures/composite/encode-page';
import { labelFonts } from '../main/figures/composite/label-fonts';
import { createPanelStore } from '../main/figures/pixels/panel-store';
import { chooseEngine } from '../main/figures/sharp-loader';
import { AppError } from '../shared/app-error';
import { COMPOSITE_DEFAULTS } from '../shared/composite-layout';
import { BadCall } from './bad-call';
import { readOptions } from './options';
import { createWords } from './words';

/**
 * npm run -s composite-cases -- CASES.json OUTDIR [--engine native|wasm]: renders every case of a file of composites,
 * the good ones to OUTDIR/<id>.png and the refused ones to OUTDIR/<id>.error, which begins with the code. Files are
 * relative to CASES.json. Exit status: 0 all rendered or refused, 1 some could be neither, 2 a bad call.
 */

const USAGE = 'composite-cases CASES.json OUTDIR [--engine native|wasm]';

const caseSchema = z.object({
  id: z.string().regex(/^[\w.-]+$/, 'is no file name'),
  files: z.array(z.string()),
  params: z
    .object({
      layout: z.string().nullable(),
      labels: z.array(z.string()).nullable(),
      spacing: z.int().min(0).nullable(),
      label_position: z.enum(['top', 'bottom']).nullable(),
      label_font_size: z.int().min(1).nullable(),
    })
    .partial()
    .default({}),
});
const casesSchema = z.object({
  defaults: caseSchema.shape.params.optional(),
  cases: z.array(caseSchema).default([]),
  errors: z.array(caseSchema).default([]),
});

async function readCases(file: string) {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new BadCall('inputUnreadable', { file, reason: error instanceof Error ? error.message : String(error) });
  });
  try {
    return casesSchema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new BadCall('noCases', { file, reason: reason.replace(/\s+/g, ' ') });
  }
}

/** The objection's own code where the request was refused, else the error's. */
function codeOf(error: unknown): string {
  if (!(error instanceof AppError)) return 'internal';
  return error.data.issues?.[0]?.code.replace(/^rule_/, '') ?? error.code;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { engine: { type: 'string' }, help: { type: 'boolean' } });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const [file, folder, surplus] = positionals;
  if (surplus !== undefined) throw new BadCall('surplus', { argument: surplus });
  if (file === undefined || folder === undefined) throw new BadCall('casesMissing', { usage: USAGE });
  const { engine } = values;
  if (engine !== undefined && engine !== 'native' && engine !== 'wasm')
    throw new BadCall('oneOf', { option: '--engine', text: engine, allowed: 'native, wasm' });
  if (engine) chooseEngine(engine);

  const { cases, errors, defaults } = await readCases(file);
  await mkdir(folder, { recursive: true });
  const fonts = await labelFonts(join(__dirname, '../../resources'), 'boxes');
  const store = createPanelStore();
  let broken = 0;
  for (const { id, files, params } of [...cases, ...errors]) {
    const given = { ...defaults, ...params };
    const composite = {
      panels: files.map((path) => resolve(dirname(file), path)),
      layout: given.layout ?? COMPOSITE_DEFAULTS.layout,
      labels: given.labels ?? null,
      spacing: given.spacing ?? COMPOSITE_DEFAULTS.spacing,
      labelPosition: given.label_position ?? COMPOSITE_DEFAULTS.labelPosition,
      labelFontSize: given.label_font_size ?? COMPOSITE_DEFAULTS.labelFontSize,
    };
    const png = join(folder, `${id}.png`);
    const refusal = join(folder, `${id}.error`);
    await Promise.all([rm(png, { force: true }), rm(refusal, { force: true })]);
    try {
      const planned = await prepareComposite(composite, store, fonts);
      await writeFile(png, await pageAsPng(await paintComposite(composite.panels, planned, store)));
    } catch (error) {
      const detail =
        error instanceof AppError
          ? JSON.stringify(error.data.issues?.[0]?.params ?? error.data.params ?? {})
          : String(error);
      await writeFile(refusal, `${codeOf(error)} ${detail}\n`);
      if (!(error instanceof AppError)) broken += 1;
    }
  }
  return broken > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    const { t } = createWords(process.env);
    const words = error instanceof BadCall ? t(`cli.bad.${error.key}`, error.values) : undefined;
    process.stderr.write(`composite-cases: ${words ?? (error instanceof Error ? error.message : String(error))}\n`);
    process.exit(error instanceof BadCall ? 2 : 1);
  },
);
