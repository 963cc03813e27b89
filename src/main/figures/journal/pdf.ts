import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import type { ExportSettings } from '../../../shared/export-settings';
import { MM_PER_POINT, pixelRect, type JournalSettings, type MmRect } from '../../../shared/journal-layout';
import { createPdfCanvas, type PageResources, type PdfCanvas } from '../pdf-page/pdf-canvas';
import { createPdfFonts } from '../pdf-page/pdf-fonts';
import { embedJpeg, embedPixels } from '../pdf-page/pdf-picture';
import type { PanelStore } from '../pixels/panel-store';
import { openPicture, type PictureHeader } from '../pixels/read-picture';
import { drawSvg, UnsupportedSvg } from '../svg/draw-svg';
import { layOutLabel, type LabelFonts } from '../text/label-text';
import type { PreparedJournal } from './prepare';

export interface JournalFonts {
  letters: LabelFonts;
  text(bold: boolean): Promise<LabelFonts>;
}

export interface JournalPdf {
  bytes: Uint8Array;
  /** Panels, from 0, that are SVGs and had to be put in as pixels all the same. */
  rasterized: number[];
}

const LETTER_SIZE = 256;
const points = (mm: number): number => mm / MM_PER_POINT;
const inPoints = ({ x, y, w, h }: MmRect) => ({ x: points(x), y: points(y), w: points(w), h: points(h) });

/**
 * The figure as one page of its true size: plots as lines and text, pictures with the pixels that they have (at most
 * `dpi`, never more), letters as text in an embedded font.
 */
export async function journalPdf(
  panels: readonly string[],
  { letters }: Pick<JournalSettings, 'letters'>,
  { plan, headers }: PreparedJournal,
  { dpi, colour, altText }: ExportSettings,
  store: PanelStore,
  fonts: JournalFonts,
  signal?: AbortSignal,
): Promise<JournalPdf> {
  const document = await PDFDocument.create();
  const height = points(plan.heightMm);
  const page = document.addPage([points(plan.widthMm), height]);
  const grey = colour === 'grey';
  const resources: PageResources = { images: new Map(), alphas: new Map(), fonts: createPdfFonts() };
  const makeCanvas = () => createPdfCanvas({ document, resources, grey, textFonts: fonts.text });
  const content: string[] = [];
  const rasterized: number[] = [];

  for (const [index, path] of panels.entries()) {
    signal?.throwIfAborted();
    const header = headers[index];
    const rect = plan.cells[index]?.panel;
    if (!header || !rect) continue;
    const vector = header.format === 'svg' ? await drawnSvg(path, header, inPoints(rect), makeCanvas()) : undefined;
    if (header.format === 'svg' && !vector) rasterized.push(index);
    content.push(...(vector ?? (await pictureOf(path, header, rect, makeCanvas()))));
  }

  async function pictureOf(path: string, header: PictureHeader, rect: MmRect, canvas: PdfCanvas): Promise<string[]> {
    const wanted = pixelRect(rect, dpi);
    const { upright } = header;
    const enough = header.format === 'svg' || upright.width > wanted.w;
    const size = enough ? { width: wanted.w, height: wanted.h } : upright;
    const asIs = !enough && header.plainJpeg && (header.colour === 'grey') === grey;
    const reference = asIs
      ? embedJpeg(document, (await openPicture(path)).bytes, upright, grey)
      : await embedPixels(document, await store.fitted(path, size), grey);
    canvas.picture(reference, inPoints(rect));
    return canvas.content;
  }

  const canvas = makeCanvas();
  canvas.content.push('0 g');
  for (const { letter, anchor } of plan.cells) {
    if (letter === '') continue;
    const laid = await layOutLabel(letter, LETTER_SIZE, fonts.letters);
    const width = (laid.width * letters.points) / LETTER_SIZE;
    const x = points(anchor.x) - (anchor.align === 'right' ? width : 0);
    canvas.glyphs(laid, x, points(anchor.baseline), letters.points);
  }
  const alt = altText === '' ? '' : `/Alt ${PDFHexString.fromText(altText).toString()}`;
  // y downwards from here on, and the figure with its description as one piece of content
  const all = [
    `1 0 0 -1 0 ${String(Math.round(height * 10_000) / 10_000)} cm`,
    `/Figure << ${alt} >> BDC`,
    ...content,
    ...canvas.content,
    'EMC',
  ];

  const { context } = document;
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(all.join('\n'))));
  const alphas = [...resources.alphas].map(([name, { fill, stroke }]) => [
    name,
    { Type: 'ExtGState', ca: fill, CA: stroke },
  ]);
  page.node.set(
    PDFName.of('Resources'),
    context.obj({
      Font: await resources.fonts.embed(document),
      XObject: Object.fromEntries(resources.images),
      ExtGState: Object.fromEntries(alphas) as Record<string, { Type: string; ca: number; CA: number }>,
    }),
  );
  document.setProducer('Plantain');
  document.setCreator('Plantain');
  if (altText !== '') document.setSubject(altText);
  return { bytes: await document.save({ useObjectStreams: false }), rasterized };
}

/** A plot as lines and text; undefined where it uses what only pixels can show. */
async function drawnSvg(
  path: string,
  { width, height }: PictureHeader,
  rect: MmRect,
  canvas: PdfCanvas,
): Promise<string[] | undefined> {
  const { bytes } = await openPicture(path);
  canvas.save();
  canvas.transform([rect.w / width, 0, 0, rect.h / height, rect.x, rect.y]);
  canvas.clip(
    [
      { type: 'M', x: 0, y: 0 },
      { type: 'L', x: width, y: 0 },
      { type: 'L', x: width, y: height },
      { type: 'L', x: 0, y: height },
      { type: 'Z' },
    ],
    false,
  );
  try {
    await drawSvg(bytes.toString('utf8'), { width, height }, canvas);
  } catch (error) {
    if (error instanceof UnsupportedSvg) return undefined;
    throw error;
  }
  canvas.restore();
  return canvas.content;
}
