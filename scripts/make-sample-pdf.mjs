// Typesets resources/sample/sparse-routing.pdf (or the path given) from scripts/sample-paper: the same bytes at every run.
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { placeDisplay } from './sample-paper/displays.mjs';
import { createFlow, drawParagraph, fullWidth, PAGE } from './sample-paper/typeset.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const BODY = { size: 11.3, leading: 14.9 };

function drawTitle(doc, title, lines) {
  let y = PAGE.top;
  y += drawParagraph(doc, `**${title}**`, PAGE.margin, y, fullWidth, { size: 19, leading: 24, align: 'centre' }) + 8;
  const [authors = '', note = ''] = lines;
  y += drawParagraph(doc, authors, PAGE.margin, y, fullWidth, { size: 12, leading: 16, align: 'centre' });
  y += drawParagraph(doc, `*${note}*`, PAGE.margin, y, fullWidth, { size: 9.5, leading: 12, align: 'centre' });
  return y + 20;
}

function drawBlock(doc, flow, block, state) {
  if (block.startsWith('!')) {
    placeDisplay(doc, flow, block.split(' ')[1]);
    return;
  }
  if (block.startsWith('### ')) {
    flow.paragraph(`**${block.slice(4)}**`, { size: 11, leading: 14, before: 9, after: 3, align: 'left', room: 52 });
    state.indent = 0;
    return;
  }
  if (block.startsWith('## ')) {
    flow.paragraph(`**${block.slice(3)}**`, { size: 12.5, leading: 16, before: 13, after: 4, align: 'left', room: 52 });
    state.indent = 0;
    state.small = block.includes('References');
    return;
  }
  if (state.small) flow.paragraph(block, { size: 10, leading: 12.2, before: 3 });
  else flow.paragraph(block, { ...BODY, indent: state.indent, keep: 2 });
  state.indent = 12;
}

const source = await readFile(join(here, 'sample-paper', 'paper.md'), 'utf8');
const [title = '', ...blocks] = source.trim().split(/\n\s*\n/);

const doc = new PDFDocument({
  size: [PAGE.w, PAGE.h],
  margin: 0,
  bufferPages: true,
  info: {
    Title: title.replace(/^# /, ''),
    Author: 'A sample of Plantain',
    // fixed, for the file's bytes and its id follow from them
    CreationDate: new Date('2026-01-15T09:00:00Z'),
    ModDate: new Date('2026-01-15T09:00:00Z'),
  },
});
const path = process.argv[2] ?? join(here, '..', 'resources', 'sample', 'sparse-routing.pdf');
const out = pipeline(doc, createWriteStream(path));

const authors = (blocks.shift() ?? '').split('\n').map((line) => line.replace(/^@ /, ''));
const flow = createFlow(doc);
flow.startAt(drawTitle(doc, title.replace(/^# /, ''), authors));
const state = { indent: 0, small: false };
for (const block of blocks) drawBlock(doc, flow, block.replace(/\s+/g, ' '), state);

const pages = doc.bufferedPageRange().count;
for (let page = 0; page < pages; page++) {
  doc.switchToPage(page);
  doc.fillColor('#555555').font('Times-Roman').fontSize(9);
  doc.text(String(page + 1), 0, PAGE.h - 50, { width: PAGE.w, align: 'center', lineBreak: false });
}
doc.end();
await out;
console.log(`sparse-routing.pdf: ${pages} pages`);
