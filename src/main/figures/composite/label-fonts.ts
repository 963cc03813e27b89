import { join } from 'node:path';
import type { LabelFonts } from '../text/label-text';
import { findFallbackFonts } from '../text/system-fonts';
import { openTypeface, type Typeface } from '../text/typeface';

let main: { folder: string; face: Promise<Typeface> } | undefined;
let others: Promise<Typeface[]> | undefined;

/**
 * The server's own font. With `boxes` letters that it lacks come out as they do on the server; with `fallback` a font
 * of this computer draws them, where there is one.
 */
export async function labelFonts(resourcesFolder: string, missing: 'boxes' | 'fallback'): Promise<LabelFonts> {
  if (main?.folder !== resourcesFolder) {
    const path = join(resourcesFolder, 'fonts', 'DejaVuSans-Bold.ttf');
    main = { folder: resourcesFolder, face: openTypeface(path, { hinted: true }) };
  }
  return { main: await main.face, others: missing === 'boxes' ? none : () => (others ??= openOthers()) };
}

const plots = new Map<string, Promise<Typeface>>();

/** What text of plots is written with. */
export async function plotFonts(resourcesFolder: string, bold: boolean): Promise<LabelFonts> {
  const path = join(resourcesFolder, 'fonts', bold ? 'DejaVuSans-Bold.ttf' : 'DejaVuSans.ttf');
  const face = plots.get(path) ?? openTypeface(path, { hinted: false });
  plots.set(path, face);
  return { main: await face, others: () => (others ??= openOthers()) };
}

const none = () => Promise.resolve([]);

async function openOthers(): Promise<Typeface[]> {
  const paths = await findFallbackFonts();
  const opened = await Promise.allSettled(paths.map((path) => openTypeface(path, { hinted: false })));
  return opened.flatMap((font) => (font.status === 'fulfilled' ? [font.value] : []));
}
