import type { Point } from '../geometry';
import { bottom, clamp } from '../geometry';
import type { Widget } from '../paint';
import { chooseSome, remark } from '../paint';

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Nodes on a shaken grid, each tied to its nearest; some of them marked. */
export const graph: Widget = (paint) => {
  const { area, sketch, hue, palette, random, module } = paint;
  const room = { x: area.x + 12, y: area.y + 12, w: area.w - 24, h: Math.min(area.h - 44, area.w * 1.4) };
  const top = room.y + (area.h - 44 - room.h) / 2;
  const columns = clamp(Math.round(room.w / 78), 3, 6);
  const lines = clamp(Math.round(room.h / 78), 2, 5);
  const step = { x: room.w / columns, y: room.h / lines };
  const nodes: Point[] = [];
  for (let index = 0; index < columns * lines; index++) {
    if (nodes.length > 4 && random.chance(0.12)) continue;
    const cell = { x: index % columns, y: Math.floor(index / columns) };
    nodes.push({
      x: room.x + (cell.x + 0.5 + random.between(-0.24, 0.24)) * step.x,
      y: top + (cell.y + 0.5 + random.between(-0.24, 0.24)) * step.y,
    });
  }
  const marked = chooseSome(random, Math.ceil(nodes.length / 3), nodes.length);
  nodes.forEach((node, index) => {
    const near = nodes.map((other, at) => ({ at, far: distance(node, other) })).sort((a, b) => a.far - b.far);
    for (const { at } of near.slice(1, 4)) {
      const other = nodes[at];
      const strong = marked.has(index) && marked.has(at);
      if (other)
        sketch.line([node, other], { colour: strong ? hue.strong : palette.neutralLine, width: strong ? 2.2 : 1.3 });
    }
  });
  nodes.forEach((node, index) => {
    const on = marked.has(index);
    sketch.circle(node, on ? 11 : 8, {
      fill: on ? hue.strong : hue.fill,
      stroke: on ? palette.paper : hue.line,
      width: 1.6,
    });
  });
  remark(paint, `message passing, ${module.kept} hops`, { x: area.x, y: bottom(area) - 20, w: area.w, h: 18 });
  return area;
};
