import { overview, reading, scores, table } from './figures.mjs';
import { ablation, timing } from './plots.mjs';
import { columnWidth, drawParagraph, paragraphHeight } from './typeset.mjs';

const CAPTION = { size: 8.8, leading: 10.6 };

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
const DISPLAYS = {
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
    drawParagraph(doc, caption, x, above ? y : y + height + 3, w, CAPTION);
  });
}
