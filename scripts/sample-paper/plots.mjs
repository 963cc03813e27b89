const INK = '#222222';
const GREY = '#777777';
const BLUE = '#4b7fb5';
const ORANGE = '#c9822f';

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

/** Seconds by pages, three models. */
export function timing(doc, x, y, w) {
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

/** Score by segments kept, two collections. */
export function ablation(doc, x, y, w) {
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
