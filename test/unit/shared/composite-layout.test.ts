import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  autoGrid,
  COMPOSITE_DEFAULTS,
  compositeRefusal,
  defaultLabels,
  labelPen,
  planComposite,
  readLayout,
  roundHalfEven,
} from '../../../src/shared/composite-layout';

const size = (width: number, height: number) => ({ width, height });
const refusal = (panels: number, layout: string, labels: string[] | null = null) =>
  compositeRefusal(panels, { layout, labels })?.code;

it('rounds halves to the even neighbour', () => {
  expect([0.5, 1.5, 2.5, 2.4999, 2.5001, 7].map(roundHalfEven)).toEqual([0, 2, 2, 2, 3, 7]);
});

it('arranges by itself as the server does', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13].map((n) => Object.values(autoGrid(n)).join('x'))).toEqual([
    ...['1x1', '1x2', '1x3', '2x2', '2x3', '2x3', '3x3', '3x3', '3x4', '3x4', '4x4'],
  ]);
});

it('reads numbers as the server does, and says which part of a layout is wrong', () => {
  expect(readLayout('2X3')).toEqual({ rows: 2, cols: 3 });
  expect(readLayout(' +2 x 0_3 ')).toEqual({ rows: 2, cols: 3 });
  expect(readLayout('AUTO')).toBe('auto');
  const codes = ['2', '', '2x3x4', '1.5x2', 'x', '2x', '1__0x2', '0x2', '2x-1'].map((text) => {
    const read = readLayout(text);
    return typeof read === 'object' && 'code' in read ? read.code : read;
  });
  expect(codes).toEqual([
    ...['layout_format', 'layout_format', 'layout_format'],
    ...['layout_not_integer', 'layout_not_integer', 'layout_not_integer', 'layout_not_integer'],
    ...['layout_not_positive', 'layout_not_positive'],
  ]);
});

it('objects in the server’s order: sources, layout, cells, labels', () => {
  expect(refusal(1, 'grid', [])).toBe('too_few_sources');
  expect(refusal(3, 'grid', [])).toBe('layout_format');
  expect(refusal(3, '1.5x0', [])).toBe('layout_not_integer');
  expect(refusal(3, '0x2', [])).toBe('layout_not_positive');
  expect(refusal(3, '1x2', [])).toBe('layout_too_small');
  expect(refusal(3, '1x3', [])).toBe('label_count');
  expect(refusal(3, '1x3', ['', '', ''])).toBeUndefined();
});

it('letters panels from (a) to (z) and no further', () => {
  expect(defaultLabels(28).slice(24)).toEqual(['(y)', '(z)', '', '']);
});

it('lets a column without panels cost its spacing only, and a row its full height', () => {
  const plan = planComposite([size(100, 50), size(100, 50)], { ...COMPOSITE_DEFAULTS, layout: '3x4', spacing: 10 });
  expect([plan.width, plan.height]).toEqual([100 + 100 + 5 * 10, 3 * (50 + 40) + 4 * 10]);
});

it('never enlarges, and never loses a panel that is thin', () => {
  const plan = planComposite([size(1, 3000), size(4000, 2000)], COMPOSITE_DEFAULTS);
  expect(plan.cells.map(({ panel }) => [panel.w, panel.h])).toEqual([
    [1, 1200],
    [2400, 1200],
  ]);
});

it('lets a label that is too long begin left of its column', () => {
  const [cell] = planComposite([size(101, 50), size(100, 50)], COMPOSITE_DEFAULTS).cells;
  expect(labelPen(cell!, 200)).toBe(20 + Math.floor((101 - 200) / 2));
});

interface Case {
  id: string;
  files: string[];
  params: {
    layout?: string;
    labels?: string[];
    spacing?: number;
    label_position?: 'top' | 'bottom';
    label_font_size?: number;
  };
  expected: {
    width: number;
    height: number;
    panels: object[];
    labels: { x: number; y: number; advance: number }[];
  };
}
const folder = join(__dirname, '../../fixtures/composite');
const { cases } = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as { cases: Case[] };

/** Width and height as they stand in the file's header. */
function sizeOf(file: string) {
  const bytes = readFileSync(join(folder, file));
  if (bytes[0] === 0x89) return size(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  let at = 2;
  while (![0xc0, 0xc1, 0xc2].includes(bytes[at + 1]!)) at += 2 + bytes.readUInt16BE(at + 2);
  return size(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
}

it.each(cases)('places panels and pens of $id exactly', ({ files, params, expected }) => {
  const plan = planComposite(files.map(sizeOf), {
    layout: params.layout ?? 'auto',
    labels: params.labels ?? null,
    spacing: params.spacing ?? 20,
    labelPosition: params.label_position ?? 'bottom',
    labelFontSize: params.label_font_size ?? 32,
  });
  expect([plan.width, plan.height]).toEqual([expected.width, expected.height]);
  expect(plan.cells.map(({ panel }) => panel)).toEqual(expected.panels);
  plan.cells.forEach((cell, index) => {
    const label = expected.labels[index];
    if (!label || cell.label === '') return;
    expect([labelPen(cell, label.advance), cell.textTop]).toEqual([label.x, label.y]);
  });
});
