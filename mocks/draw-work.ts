import { drawChart } from './chart/draw-chart';
import { compose } from './compose';
import type { Vector } from './compose';
import { drawDiagram } from './diagram/draw-diagram';
import type { Typeface } from './diagram/typeface';
import { polishPrompt } from './polish-prompt';
import type { Rasterize } from './rasterize';
import type { Panel, Work } from './work';

/** A finished task's yield: a text has no picture, and only plots have other formats. */
export interface Yield {
  description: string;
  png?: Uint8Array;
  svg?: string;
  pdf?: () => Promise<Uint8Array>;
}

function draw({ id, work }: Panel, typeface: Typeface): Vector {
  switch (work.kind) {
    case 'diagram':
      return drawDiagram({ ...work, seed: id }, typeface);
    case 'plot':
      return drawChart(work, id, typeface);
    case 'composite': {
      const panels = work.panels.map((panel) => draw(panel, typeface));
      return compose(work, panels, typeface);
    }
  }
}

const pdfOf = async (svg: string): Promise<Uint8Array> => (await import('./chart/svg-to-pdf')).svgToPdf(svg);

/** Makes a task's result. The same task gives the same one, at any time. */
export async function drawWork(
  { id, work }: { id: string; work: Work },
  typeface: () => Promise<Typeface>,
  rasterize: Rasterize,
): Promise<Yield> {
  if (work.kind === 'prompt') return { description: polishPrompt(work, id) };
  const { svg, width, description } = draw({ id, work }, await typeface());
  const png = await rasterize(svg, width);
  if (work.kind !== 'plot') return { description, png };
  return {
    description,
    png,
    ...(work.formats.includes('svg') && { svg }),
    ...(work.formats.includes('pdf') && { pdf: () => pdfOf(svg) }),
  };
}
