import { columnWidth, drawParagraph, paragraphHeight } from './typeset.mjs';

const INK = '#222222';
const GREY = '#777777';
const BLUE = '#4b7fb5';
const PALE = '#dfeaf6';
const ORANGE = '#c9822f';
const SAND = '#fdebd3';
const CAPTION = { size: 8.8, leading: 10.6 };

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

function overview(doc, x, y, w) {
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

/** Axes with ticks; returns a function from data to page. */
function axes(doc, x, y, w, h, { xTicks, yTicks, xName, yName, toX, toY }) {
  const plot = { x: x + 30, y: y + 6, w: w - 40, h: h - 38 };
  const px = (value) => plot.x + toX(value) * plot.w;
  const py = (value) => plot.y + plot.h - toY(value) * plot.h;
  doc.font('Helvetica').fontSize(7);
  for (const tick of yTicks) {
    doc
      .lineWidth(0.4)
      .moveTo(plot.x, py(tick))
      .lineTo(plot.x + plot.w, py(tick))
      .stroke('#dddddd');
    doc.fillColor(GREY).text(String(tick), plot.x - 24, py(tick) - 3, { width: 20, align: 'right', lineBreak: false });
  }
  for (const tick of xTicks)
    doc
      .fillColor(GREY)
      .text(String(tick), px(tick) - 10, plot.y + plot.h + 4, { width: 20, align: 'center', lineBreak: false });
  doc
    .lineWidth(0.8)
    .moveTo(plot.x, plot.y)
    .lineTo(plot.x, plot.y + plot.h)
    .lineTo(plot.x + plot.w, plot.y + plot.h)
    .stroke(INK);
  doc.fillColor(INK).text(xName, plot.x, plot.y + plot.h + 15, { width: plot.w, align: 'center', lineBreak: false });
  doc.fillColor(INK).text(yName, plot.x + 4, plot.y - 2, { lineBreak: false });
  return { px, py };
}

function curve(doc, points, colour, name, dy = -9) {
  points.forEach(([px, py], index) => (index === 0 ? doc.moveTo(px, py) : doc.lineTo(px, py)));
  doc.lineWidth(1.3).stroke(colour);
  for (const [px, py] of points) doc.circle(px, py, 1.7).fill(colour);
  const [px, py] = points.at(-1);
  doc
    .fillColor(colour)
    .font('Helvetica')
    .fontSize(7)
    .text(name, px - 60, py + dy, { width: 58, align: 'right', lineBreak: false });
}

function scores(doc, x, y, w) {
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

function timing(doc, x, y, w) {
  const { px, py } = axes(doc, x, y, w, 150, {
    xTicks: [4, 8, 16, 32, 64],
    yTicks: [0, 10, 20, 30],
    xName: 'pages',
    yName: 'seconds',
    toX: (value) => (Math.log2(value) - 2) / 4.15,
    toY: (value) => value / 32,
  });
  const line = (values) => values.map(([a, b]) => [px(a), py(b)]);
  curve(
    doc,
    line([
      [4, 0.9],
      [8, 1.4],
      [16, 3.4],
      [32, 10.2],
      [64, 29.7],
    ]),
    GREY,
    'dense',
    2,
  );
  curve(
    doc,
    line([
      [4, 1.1],
      [8, 1.5],
      [16, 2.4],
      [32, 4.6],
      [64, 9.1],
    ]),
    BLUE,
    'local',
  );
  curve(
    doc,
    line([
      [4, 1.2],
      [8, 1.4],
      [16, 1.8],
      [32, 2.3],
      [64, 3.3],
    ]),
    ORANGE,
    'routed',
    4,
  );
}

function ablation(doc, x, y, w) {
  const { px, py } = axes(doc, x, y, w, 140, {
    xTicks: [1, 2, 3, 5, 8, 12],
    yTicks: [36, 38, 40, 42, 44],
    xName: 'segments kept, k',
    yName: 'score',
    toX: (value) => (value - 1) / 11.4,
    toY: (value) => (value - 35) / 10,
  });
  const line = (values) => values.map(([a, b]) => [px(a), py(b)]);
  curve(
    doc,
    line([
      [1, 39.2],
      [2, 42.4],
      [3, 43.6],
      [5, 43.9],
      [8, 43.5],
      [12, 43.0],
    ]),
    BLUE,
    'reports',
  );
  curve(
    doc,
    line([
      [1, 36.1],
      [2, 38.2],
      [3, 39.4],
      [5, 39.5],
      [8, 39.6],
      [12, 39.1],
    ]),
    ORANGE,
    'minutes',
  );
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

function reading(doc, x, y, w) {
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

function table(doc, x, y, w, rows) {
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

const RESULTS = [
  ['Model', 'Reports', 'Theses', 'Minutes', 'Manuals'],
  ['Dense', '43.9*', '38.7*', '38.8', '71.2*'],
  ['Local', '40.6', '36.9', '36.4', '63.5'],
  ['Retrieved', '41.8', '37.1', '35.7', '70.1'],
  ['Routed, k = 3', '43.6', '38.4', '39.4*', '70.9'],
];

const ABLATIONS = [
  ['Variant', 'Reports', 'Minutes', 'Time'],
  ['Routed, k = 3', '43.6', '39.4', '1.0'],
  ['without balance', '39.8', '35.9', '1.0'],
  ['without noise', '41.9', '37.6', '1.0'],
  ['one choice a document', '42.3', '38.7', '0.9'],
  ['memory filled anew', '43.6', '39.3', '2.1'],
];

/** Displays by name: height of the drawing, the drawing, its caption. Tables have the caption on top. */
export const DISPLAYS = {
  overview: {
    height: 216,
    draw: overview,
    caption:
      '**Figure 1.** Overview. Segments are encoded apart; the router keeps three of them for each step of the decoder, whose query comes back along the dashed line.',
  },
  scores: {
    height: 124,
    draw: scores,
    caption:
      '**Figure 2.** Scores of the segments on one page of a report. The dashed line is the threshold, here between the third and the fourth highest score.',
  },
  timing: {
    height: 152,
    draw: timing,
    caption:
      '**Figure 3.** Time to read and summarise a document, by its length. The routed model includes the time of the router.',
  },
  reading: {
    height: 118,
    draw: reading,
    caption: '**Figure 5.** Pages that are open while each of six sentences is written; darker is longer.',
  },
  ablation: {
    height: 142,
    draw: ablation,
    caption: '**Figure 4.** Score against the number of segments that are kept.',
  },
  results: {
    height: 78,
    draw: (doc, x, y, w) => table(doc, x, y, w, RESULTS),
    caption: '**Table 1.** Scores on four collections, higher is better; best in bold.',
  },
  ablations: {
    height: 92,
    draw: (doc, x, y, w) => table(doc, x, y, w, ABLATIONS),
    caption: '**Table 2.** What happens without the parts; time relative to the whole.',
  },
};

/** Draws a display with its caption into a column; returns nothing, asks the flow for room first. */
export function placeDisplay(doc, flow, name) {
  const { height, draw, caption } = DISPLAYS[name];
  const captionRoom = paragraphHeight(doc, caption, columnWidth, CAPTION) + 4;
  flow.display(height + captionRoom, (x, y, w) => {
    const above = caption.startsWith('**Table');
    draw(doc, x, above ? y + captionRoom : y, w);
    doc.fillColor(INK);
    drawParagraph(doc, caption, x, above ? y : y + height + 3, w, CAPTION);
  });
}
