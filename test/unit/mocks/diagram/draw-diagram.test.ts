import { expect, it } from 'vitest';
import type { Diagram } from '../../../../mocks/diagram/draw-diagram';
import { drawDiagram } from '../../../../mocks/diagram/draw-diagram';
import type { Point, Rect } from '../../../../mocks/diagram/geometry';
import { contains, overlaps } from '../../../../mocks/diagram/geometry';
import { createTypeface } from '../../../../mocks/diagram/typeface';
import type { Drawing } from '../../../../mocks/work';
import { generate } from '../../../../src/shared/endpoints/paperbanana';
import { describeFields } from '../../../../src/shared/fields';
import { RESOURCES } from '../../../support/mock-world';

const typeface = await createTypeface(RESOURCES)();

const ASPECT_RATIOS = describeFields(generate.input).find(({ name }) => name === 'aspect_ratio')?.allowed ?? [];

const CAPTIONS = [
  'Figure 1: Sparse-routed encoder–decoder, overview',
  'Figure 1: Transformer encoder architecture',
  'Mixture of experts with a gated memory cache, a diffusion model and a very long list of further things to draw',
  '图 1：用于长文档的稀疏路由编码器',
  '',
  'A hypergraph-contrastive-retrieval-augmented super-transformer for pneumonoultramicroscopicsilicovolcanoconiosis',
];

function drawing(patch: Partial<Drawing>): Drawing {
  return {
    caption: '',
    source: '',
    pages: null,
    fromPdf: true,
    aspectRatio: '16:9',
    resolution: '1K',
    seed: 's',
    ...patch,
  };
}

/** 11 ratios by 6 captions by 3 seeds. */
const gallery: [string, Diagram][] = ASPECT_RATIOS.flatMap((aspectRatio) =>
  CAPTIONS.flatMap((caption, index) =>
    [1, 2, 3].map((seed): [string, Diagram] => {
      const name = `${aspectRatio} caption ${index} seed ${seed}`;
      const source =
        index === 1 ? 'A dense retriever finds passages, a relation graph links entities, training ends early.' : '';
      return [
        name,
        drawDiagram(
          drawing({ caption, source, aspectRatio, pages: '3-5,8', fromPdf: index !== 1, seed: name }),
          typeface,
        ),
      ];
    }),
  ),
);

const page = ({ canvas }: Diagram): Rect => ({ x: 0, y: 0, w: canvas.w, h: canvas.h });

function crosses(points: readonly Point[], box: Rect): boolean {
  return points.slice(1).some((to, index) => {
    const from = points[index] ?? to;
    const way = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      w: Math.abs(from.x - to.x),
      h: Math.abs(from.y - to.y),
    };
    return overlaps({ ...way, w: Math.max(way.w, 0.1), h: Math.max(way.h, 0.1) }, box);
  });
}

it('keeps every text inside its box and on the page', () => {
  const stray = gallery.flatMap(([name, diagram]) =>
    diagram.texts
      .filter(({ bounds, box }) => !contains(box, bounds) || !contains(page(diagram), bounds))
      .map(({ text }) => `${name}: ${text}`),
  );
  expect(stray).toEqual([]);
});

it('never writes one text over another', () => {
  const clashes = gallery.flatMap(([name, { texts }]) =>
    texts.flatMap((a, index) =>
      texts.slice(index + 1).flatMap((b) => (overlaps(a.bounds, b.bounds) ? [`${name}: ${a.text} / ${b.text}`] : [])),
    ),
  );
  expect(clashes).toEqual([]);
});

it('keeps modules apart and on the page', () => {
  for (const [, diagram] of gallery) {
    const rects = diagram.panels.map((cell) => cell.rect);
    expect(rects.every((rect) => contains(page(diagram), rect))).toBe(true);
    rects.forEach((a, index) => rects.slice(index + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)));
  }
});

it('leads no line between modules through a text, but for the word on it', () => {
  const struck = gallery.flatMap(([name, diagram]) =>
    diagram.connectors.flatMap((points) =>
      diagram.texts
        .filter(
          ({ bounds, text }) => crosses(points, bounds) && !/^(feedback|refine|gradient|reuse|update)$/.test(text),
        )
        .map(({ text }) => `${name}: ${text}`),
    ),
  );
  expect(struck).toEqual([]);
});

it('draws pictures that all differ, also for the same words', () => {
  expect(new Set(gallery.map(([, diagram]) => diagram.svg)).size).toBe(gallery.length);
});

it('draws the same picture for the same drawing', () => {
  const one = drawing({ caption: CAPTIONS[0] ?? '', pages: '1' });
  expect(drawDiagram(one, typeface)).toEqual(drawDiagram({ ...one }, typeface));
});

it.each([
  ['16:9', '1K', 1024, 576],
  ['9:16', '1K', 576, 1024],
  ['1:1', '2K', 2048, 2048],
  ['21:9', '4K', 4096, 1755],
  ['4:3', null, 2048, 1536],
])('measures %s at %s as %d by %d pixels', (aspectRatio, resolution, width, height) => {
  expect(drawDiagram(drawing({ aspectRatio, resolution }), typeface)).toMatchObject({ width, height });
});

it('takes its words from the request', () => {
  const { texts } = drawDiagram(
    drawing({ caption: 'Figure 1: Sparse-routed encoder with a memory cache', pages: '3-5,8' }),
    typeface,
  );
  const words = texts.map(({ text }) => text);
  expect(words).toContain('Sparse-routed encoder');
  expect(words).toContain('Memory cache');
  expect(words).toContain('pages 3–5, 8');
  expect(words).toContain('Figure 1: Sparse-routed encoder with a memory cache');
});

it('draws no character that the font lacks, and no text element', () => {
  for (const [, { svg, texts }] of gallery) {
    expect(texts.every(({ text }) => typeface.supports(text))).toBe(true);
    expect(svg).not.toMatch(/<text|NaN|undefined|Infinity/);
  }
});

it('describes in two to four sentences what is drawn', () => {
  for (const [, { description, texts }] of gallery) {
    const sentences = description.split(/(?<=\.)\s/);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
    const named = [...description.matchAll(/"([^"]+)"/g)].map(([, title]) => title ?? '');
    const written = texts.map(({ text }) => text.replace('…', ''));
    for (const title of named) expect(written.some((text) => title.startsWith(text) || text === title)).toBe(true);
  }
});
