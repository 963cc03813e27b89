import type { PDFDocument, PDFRef } from 'pdf-lib';
import type { Paint, TextRequest, VectorCanvas } from '../svg/draw-svg';
import type { PathStep } from '../svg/path-data';
import type { Colour } from '../svg/style';
import type { Matrix } from '../svg/transform';
import { loadSharp } from '../sharp-loader';
import { layOutLabel, type LabelFonts, type LabelText } from '../text/label-text';
import type { PdfFonts } from './pdf-fonts';
import { embedPixels } from './pdf-picture';

/** Text is laid out so large that its rounding to whole pixels is a 256th of its size. */
const LAYOUT_SIZE = 256;
const CAPS: Record<string, number> = { butt: 0, round: 1, square: 2 };
const JOINS: Record<string, number> = { miter: 0, round: 1, bevel: 2 };

const n = (value: number): string => String(Math.round(value * 10_000) / 10_000 || 0);
const join = (...values: number[]): string => values.map(n).join(' ');

/** What a page needs besides its content. */
export interface PageResources {
  images: Map<string, PDFRef>;
  alphas: Map<string, { fill: number; stroke: number }>;
  fonts: PdfFonts;
}

export interface PdfCanvas extends VectorCanvas {
  readonly content: string[];
  picture(reference: PDFRef, rect: { x: number; y: number; w: number; h: number }): void;
  /** Shaped text with the pen at (x, y), in units of the canvas. */
  glyphs(text: LabelText, x: number, y: number, size: number): void;
}

export interface PdfCanvasOptions {
  document: PDFDocument;
  resources: PageResources;
  grey: boolean;
  /** For text in plots: regular and bold. */
  textFonts(bold: boolean): Promise<LabelFonts>;
}

/** Writes a page's content. Its y runs downwards, as on screens: the caller turns the page over once. */
export function createPdfCanvas({ document, resources, grey, textFonts }: PdfCanvasOptions): PdfCanvas {
  const content: string[] = [];
  const write = (line: string): void => {
    content.push(line);
  };

  function colour({ rgb: [r, g, b] }: Colour, stroke: boolean): void {
    if (grey) write(`${n(0.299 * r + 0.587 * g + 0.114 * b)} ${stroke ? 'G' : 'g'}`);
    else write(`${join(r, g, b)} ${stroke ? 'RG' : 'rg'}`);
  }

  function alpha(fill: number, stroke: number): void {
    const key = `G${Math.round(fill * 1000)}_${Math.round(stroke * 1000)}`;
    resources.alphas.set(key, { fill, stroke });
    write(`/${key} gs`);
  }

  function trace(path: readonly PathStep[]): void {
    for (const step of path) {
      if (step.type === 'Z') write('h');
      else if (step.type === 'C') write(`${join(step.x1, step.y1, step.x2, step.y2, step.x, step.y)} c`);
      else write(`${join(step.x, step.y)} ${step.type === 'M' ? 'm' : 'l'}`);
    }
  }

  const canvas: PdfCanvas = {
    content,
    save() {
      write('q');
    },
    restore() {
      write('Q');
    },
    transform(matrix: Matrix) {
      // six decimals: what a glyph of a hundredth is scaled by needs more than four
      if (matrix.join() !== '1,0,0,1,0,0') write(`${matrix.map((own) => String(Number(own.toFixed(6)))).join(' ')} cm`);
    },
    clip(path, evenOdd) {
      trace(path);
      write(evenOdd ? 'W* n' : 'W n');
    },
    path(path, { fill, stroke }: Paint) {
      if (path.length === 0 || (!fill && !stroke)) return;
      alpha(fill?.colour.alpha ?? 1, stroke?.colour.alpha ?? 1);
      if (fill) colour(fill.colour, false);
      if (stroke) {
        colour(stroke.colour, true);
        write(
          `${n(stroke.width)} w ${CAPS[stroke.cap] ?? 0} J ${JOINS[stroke.join] ?? 0} j ${n(Math.max(1, stroke.miter))} M`,
        );
        write(`[${stroke.dash.map(n).join(' ')}] ${n(stroke.offset)} d`);
      }
      trace(path);
      const star = fill?.evenOdd ? '*' : '';
      write(fill && stroke ? `B${star}` : fill ? `f${star}` : 'S');
    },
    glyphs(text, x, y, size) {
      const scale = size / text.size;
      for (const glyph of text.glyphs) {
        const [gx, gy] = [x + glyph.x * scale, y + glyph.y * scale];
        if (glyph.face.trueType) {
          const { name, code } = resources.fonts.use(glyph);
          write(`BT /${name} ${n(size)} Tf 1 0 0 -1 ${join(gx, gy)} Tm ${code} Tj ET`);
          continue;
        }
        const { outline } = glyph.face.glyph(glyph.id, text.size);
        write('q');
        canvas.transform([scale, 0, 0, scale, gx, gy]);
        trace(cubic(outline));
        write('f Q');
      }
    },
    async text({ text, x, y, size, bold, anchor, fill }: TextRequest) {
      const laid = await layOutLabel(text, LAYOUT_SIZE, await textFonts(bold));
      const width = (laid.width * size) / LAYOUT_SIZE;
      alpha(fill.alpha, 1);
      colour(fill, false);
      canvas.glyphs(laid, anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width, y, size);
      return anchor === 'start' ? width : 0;
    },
    async image(bytes, rect) {
      const sharp = await loadSharp();
      const { data, info } = await sharp(bytes)
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true });
      canvas.picture(await embedPixels(document, { width: info.width, height: info.height, data }, grey), rect);
    },
    picture(reference, { x, y, w, h }) {
      const name = `I${resources.images.size + 1}`;
      resources.images.set(name, reference);
      // a picture's own y runs upwards
      write(`q ${join(w, 0, 0, -h, x, y + h)} cm /${name} Do Q`);
    },
  };
  return canvas;
}

/** Quadratic curves as the cubic ones that PDF has. */
function cubic(outline: ReturnType<LabelText['glyphs'][number]['face']['glyph']>['outline']): PathStep[] {
  let [x, y] = [0, 0];
  return outline.map((command): PathStep => {
    if (command.type === 'Z') return command;
    const from = { x, y };
    [x, y] = [command.x, command.y];
    if (command.type !== 'Q') return command;
    const toward = (end: number, control: number) => end + (2 / 3) * (control - end);
    return {
      type: 'C',
      ...{ x1: toward(from.x, command.x1), y1: toward(from.y, command.y1) },
      ...{ x2: toward(x, command.x1), y2: toward(y, command.y1), x, y },
    };
  });
}
