const POINTS: Record<string, number> = { px: 1, pt: 96 / 72, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, '': 1 };

/** Pixels of the drawing for one unit of its coordinates. */
function unitScale(svg: string, width: number): number {
  const box = /<svg\b[^>]*\bviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)/i.exec(svg);
  const own = box ? Number(box[1]) : width;
  return own > 0 ? width / own : 1;
}

/**
 * Height in pixels of the smallest letters of an SVG that is `width` pixels wide; null where it has no text that can be
 * recognised. Sizes come from font-size, and from matplotlib's groups of outlines, which it scales by a hundredth of
 * their size. Transforms of groups are not followed: plots do not shrink their text that way.
 */
export function smallestSvgText(svg: string, width: number): number | null {
  const sizes: number[] = [];
  if (/<text[\s>]/i.test(svg)) {
    for (const [, size, unit = ''] of svg.matchAll(/font-size\s*[:=]\s*["']?\s*([\d.]+)(px|pt|mm|cm|in)?\b/gi))
      sizes.push(Number(size) * (POINTS[unit.toLowerCase()] ?? 1));
    for (const [, size, unit = ''] of svg.matchAll(/\bfont\s*:\s*[^;"'<]*?([\d.]+)(px|pt)\b/gi))
      sizes.push(Number(size) * (POINTS[unit.toLowerCase()] ?? 1));
  }
  for (const [, scale] of svg.matchAll(/id="text_[\s\S]{0,2000}?scale\(([\d.]+) -\1\)/g))
    sizes.push(Number(scale) * 100);
  const real = sizes.filter((size) => size > 0);
  return real.length === 0 ? null : Math.min(...real) * unitScale(svg, width);
}
