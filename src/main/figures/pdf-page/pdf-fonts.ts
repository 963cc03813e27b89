import { PDFHexString, PDFName, type PDFDocument, type PDFRef } from 'pdf-lib';
import { subsetFont } from '../text/subset-font';
import type { PlacedGlyph } from '../text/label-text';
import type { Typeface } from '../text/typeface';

/** Fonts of one document: glyphs are noted while text is written, and the fonts embedded at its end. */
export interface PdfFonts {
  /** The font's name in the page's resources, and the glyph as the page writes it. */
  use(glyph: PlacedGlyph): { name: string; code: string };
  embed(document: PDFDocument): Promise<Record<string, PDFRef>>;
}

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');

export function createPdfFonts(): PdfFonts {
  const used = new Map<Typeface, { name: string; glyphs: Map<number, string> }>();
  return {
    use({ face, id, text }) {
      let font = used.get(face);
      if (!font) {
        font = { name: `F${used.size + 1}`, glyphs: new Map() };
        used.set(face, font);
      }
      if (!font.glyphs.get(id)) font.glyphs.set(id, text);
      return { name: font.name, code: `<${hex4(id)}>` };
    },
    async embed(document) {
      const entries: Record<string, PDFRef> = {};
      for (const [face, { name, glyphs }] of used) entries[name] = await embedFont(document, face, glyphs, name);
      return entries;
    },
  };
}

/** A composite font whose codes are the glyphs' own numbers, with the way back to text (PDF 32000, 9.7 and 9.10). */
async function embedFont(document: PDFDocument, face: Typeface, glyphs: Map<number, string>, tag: string) {
  const { context } = document;
  const file = await subsetFont(face.bytes, glyphs.keys());
  const baseFont = PDFName.of(`PLANT${tag.charCodeAt(1) % 26 === 0 ? 'A' : 'B'}+Plantain${tag}`);
  const thousandths = (value: number) => Math.round(value * 1000);
  const descriptor = context.register(
    context.obj({
      ...{ Type: 'FontDescriptor', FontName: baseFont, Flags: 4, ItalicAngle: 0, StemV: 120 },
      FontBBox: [-1000, thousandths(face.extents.descent), 2500, thousandths(face.extents.ascent)],
      Ascent: thousandths(face.extents.ascent),
      Descent: thousandths(face.extents.descent),
      CapHeight: 729,
      FontFile2: context.register(context.flateStream(file, { Length1: file.byteLength })),
    }),
  );
  const widths = [...glyphs.keys()].sort((a, b) => a - b).flatMap((id) => [id, [thousandths(face.advance(id))]]);
  const descendant = context.register(
    context.obj({
      ...{
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: baseFont,
        CIDToGIDMap: 'Identity',
        FontDescriptor: descriptor,
      },
      CIDSystemInfo: {
        Registry: PDFHexString.of('41646f6265'),
        Ordering: PDFHexString.of('4964656e74697479'),
        Supplement: 0,
      },
      W: widths,
    }),
  );
  return context.register(
    context.obj({
      ...{ Type: 'Font', Subtype: 'Type0', BaseFont: baseFont, Encoding: 'Identity-H', DescendantFonts: [descendant] },
      ToUnicode: context.register(context.flateStream(toUnicode(glyphs))),
    }),
  );
}

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index))).join('');

function toUnicode(glyphs: Map<number, string>): string {
  const lines = [...glyphs].filter(([, text]) => text !== '').map(([id, text]) => `<${hex4(id)}> <${utf16(text)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const part = lines.slice(at, at + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
