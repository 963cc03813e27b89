/** Two columns of justified text on B5, in points; figures and tables stand in a column. */
export const PAGE = { w: 498.9, h: 708.66, margin: 50, top: 60, bottom: 78, gap: 18 };

const FONTS = { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic' };

export const columnWidth = (PAGE.w - 2 * PAGE.margin - PAGE.gap) / 2;
export const fullWidth = PAGE.w - 2 * PAGE.margin;

/** `**bold**` and `*italic*` as words with their font; punctuation stays with its word. */
function wordsOf(text) {
  let font = 'regular';
  return text.split(/\s+/).map((raw) => {
    const runs = [];
    for (const part of raw.split(/(\*\*|\*)/)) {
      if (part === '**') font = font === 'bold' ? 'regular' : 'bold';
      else if (part === '*') font = font === 'italic' ? 'regular' : 'italic';
      else if (part !== '') runs.push({ text: part, font });
    }
    return runs;
  });
}

function widthOf(doc, runs, size) {
  return runs.reduce((sum, run) => sum + doc.font(FONTS[run.font]).fontSize(size).widthOfString(run.text), 0);
}

/** Greedy lines of words; each with its natural width without spaces. */
function breakLines(doc, text, width, size, indent) {
  const space = doc.font(FONTS.regular).fontSize(size).widthOfString(' ');
  const lines = [];
  let line = { words: [], width: 0, indent };
  for (const runs of wordsOf(text)) {
    const word = { runs, width: widthOf(doc, runs, size) };
    const longer = line.indent + line.width + word.width + space * line.words.length;
    if (line.words.length > 0 && longer > width) {
      lines.push(line);
      line = { words: [], width: 0, indent: 0 };
    }
    line.words.push(word);
    line.width += word.width;
  }
  lines.push({ ...line, last: true });
  return lines;
}

function drawLine(doc, line, x, y, width, size, align) {
  const space = doc.font(FONTS.regular).fontSize(size).widthOfString(' ');
  const gaps = line.words.length - 1;
  const spare = width - line.indent - line.width;
  const gap = align === 'justify' && !line.last && gaps > 0 ? spare / gaps : space;
  let at = x + line.indent + (align === 'centre' ? (spare - gaps * space) / 2 : 0);
  for (const word of line.words) {
    for (const run of word.runs) {
      doc.font(FONTS[run.font]).fillColor('#222222').fontSize(size).text(run.text, at, y, { lineBreak: false });
      at += doc.widthOfString(run.text);
    }
    at += gap;
  }
}

/** Height of a paragraph, before it is drawn. */
export function paragraphHeight(doc, text, width, { size, leading }) {
  return breakLines(doc, text, width, size, 0).length * leading;
}

/** A paragraph at a fixed place; returns its height. */
export function drawParagraph(doc, text, x, y, width, { size, leading, align = 'justify', indent = 0 }) {
  const lines = breakLines(doc, text, width, size, indent);
  lines.forEach((line, index) => drawLine(doc, line, x, y + index * leading, width, size, align));
  return lines.length * leading;
}

/** Text that runs from column to column and page to page. */
export function createFlow(doc) {
  let column = 0;
  let top = PAGE.top;
  let y = top;
  const floor = PAGE.h - PAGE.bottom;

  const next = () => {
    if (column === 0) column = 1;
    else {
      doc.addPage();
      column = 0;
      top = PAGE.top;
    }
    y = top;
  };
  const left = () => PAGE.margin + column * (columnWidth + PAGE.gap);

  return {
    /** Both columns of this page begin below. */
    startAt(from) {
      top = y = from;
      column = 0;
    },
    paragraph(text, { size, leading, indent = 0, before = 0, after = 0, align = 'justify', keep = 1, room = 0 }) {
      const lines = breakLines(doc, text, columnWidth, size, indent);
      if (y > top) y += before;
      if (y + Math.max(leading * Math.min(lines.length, keep), room) > floor) next();
      lines.forEach((line, index) => {
        // no single last line on top of a column
        const widow = index === lines.length - 2 && lines.length > 2 && y + 2 * leading > floor;
        if (y + leading > floor || widow) next();
        drawLine(doc, line, left(), y, columnWidth, size, align);
        y += leading;
      });
      y += after;
    },
    /** A display in the column, `height` points high, drawn by `draw(x, y, width)`. */
    display(height, draw) {
      if (y > top) y += 8;
      if (y + height > floor) next();
      draw(left(), y, columnWidth);
      y += height + 10;
    },
  };
}
