const INK = '#222222';
const GREY = '#777777';
const BLUE = '#4b7fb5';
const PALE = '#dfeaf6';
const ORANGE = '#c9822f';
const SAND = '#fdebd3';

function box(doc, x, y, w, h, text, fill = '#ffffff', stroke = GREY) {
  doc.lineWidth(0.8).roundedRect(x, y, w, h, 3).fillAndStroke(fill, stroke);
  doc.fillColor(INK).font('Helvetica').fontSize(7.4);
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const width = doc.widthOfString(line);
    doc.text(line, x + (w - width) / 2, y + h / 2 - 3.4 + (index - (lines.length - 1) / 2) * 9, { lineBreak: false });
  });
}

function arrow(doc, x1, y1, x2, y2) {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn) => [x2 - 5 * Math.cos(angle + turn), y2 - 5 * Math.sin(angle + turn)];
  doc.lineWidth(0.9).moveTo(x1, y1).lineTo(x2, y2).stroke(INK);
  doc.polygon([x2, y2], wing(0.4), wing(-0.4)).fill(INK);
}

export function overview(doc, x, y, w) {
  const h = 26;
  const middle = x + w / 2;
  const wide = w * 0.76;
  const left = middle - wide / 2;
  const steps = [
    ['Document, 64-token segments', '#ffffff', GREY],
    ['Segment encoder, 6 layers', PALE, BLUE],
    ['Router: scores, keep k = 3', SAND, ORANGE],
    ['Sparse memory, k x 64 keys and values', SAND, ORANGE],
    ['Decoder, 6 layers', PALE, BLUE],
  ];
  steps.forEach(([text, fill, stroke], index) => {
    const top = y + 4 + index * (h + 17);
    box(doc, left, top, wide, h, text, fill, stroke);
    if (index > 0) arrow(doc, middle, top - 17, middle, top - 1);
  });
  const side = left + wide + 9;
  const router = y + 4 + 2 * (h + 17) + h / 2;
  const decoder = y + 4 + 4 * (h + 17) + h / 2;
  doc
    .lineWidth(0.9)
    .dash(3, { space: 2 })
    .moveTo(left + wide, decoder)
    .lineTo(side, decoder)
    .lineTo(side, router)
    .stroke(ORANGE)
    .undash();
  arrow(doc, side, router, left + wide + 1, router);
  doc
    .fillColor(GREY)
    .font('Helvetica')
    .fontSize(7)
    .text('query', side + 3, (router + decoder) / 2 - 4, { lineBreak: false });
}

export function scores(doc, x, y, w) {
  const values = [0.21, 0.14, 0.88, 0.32, 0.19, 0.77, 0.41, 0.27, 0.11, 0.83, 0.24, 0.16, 0.36, 0.22];
  const floor = y + 108;
  const step = (w - 24) / values.length;
  values.forEach((value, index) => {
    const kept = value > 0.5;
    doc.rect(x + 12 + index * step + 2, floor - value * 96, step - 4, value * 96).fill(kept ? ORANGE : '#d5d8de');
  });
  doc
    .lineWidth(0.9)
    .dash(3, { space: 2 })
    .moveTo(x + 10, floor - 0.6 * 96)
    .lineTo(x + w - 10, floor - 0.6 * 96)
    .stroke(ORANGE)
    .undash();
  doc
    .lineWidth(0.8)
    .moveTo(x + 8, floor)
    .lineTo(x + w - 8, floor)
    .stroke(INK);
  doc
    .fillColor(GREY)
    .font('Helvetica')
    .fontSize(7)
    .text('segments of one page, in order', x, floor + 5, { width: w, align: 'center', lineBreak: false });
}

/** Rows are sentences, columns are spans of four pages. */
const READING = [
  [1, 0.8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0.3, 0, 0.9, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0.3, 1, 0.2, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0.9, 0.2, 0, 0, 0.7, 0],
  [0, 0.9, 0, 0.2, 0, 0, 0, 0, 0.3, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0.2, 0, 0, 0, 1, 0.4],
];

export function reading(doc, x, y, w) {
  const left = x + 18;
  const cell = (w - 22) / 12;
  READING.forEach((row, index) => {
    const top = y + 4 + index * 15;
    doc
      .fillColor(GREY)
      .font('Helvetica')
      .fontSize(7)
      .text(String(index + 1), x + 6, top + 4, { lineBreak: false });
    row.forEach((value, column) => {
      doc
        .rect(left + column * cell, top, cell - 1.5, 13.5)
        .fillOpacity(value === 0 ? 1 : value)
        .fill(value === 0 ? '#eef0f3' : BLUE)
        .fillOpacity(1);
    });
  });
  const words = 'pages 1 to 48, four a column';
  doc.fillColor(GREY).fontSize(7);
  doc.text(words, x + (w - doc.widthOfString(words)) / 2, y + 100, { lineBreak: false });
}

export function table(doc, x, y, w, rows) {
  const first = w * (rows[0].length > 4 ? 0.27 : 0.4);
  const rest = (w - first) / (rows[0].length - 1);
  const rule = (at, width) =>
    doc
      .lineWidth(width)
      .moveTo(x, at)
      .lineTo(x + w, at)
      .stroke(INK);
  rule(y + 1, 0.9);
  rows.forEach((row, index) => {
    const top = y + 5 + index * 13 + (index > 0 ? 4 : 0);
    row.forEach((cell, column) => {
      doc
        .font(index === 0 || cell.endsWith('*') ? 'Times-Bold' : 'Times-Roman')
        .fontSize(8.8)
        .fillColor(INK);
      const text = cell.replace('*', '');
      // numbers stand right in their column
      const at = column === 0 ? x : x + first + column * rest - doc.widthOfString(text);
      doc.text(text, at, top, { lineBreak: false });
    });
    if (index === 0) rule(top + 11, 0.5);
  });
  rule(y + 5 + rows.length * 13 + 5, 0.9);
}
