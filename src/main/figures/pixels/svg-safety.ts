/**
 * What an SVG wants from outside itself. Nothing would be loaded anyway (pictures are handed over as bytes, without an
 * address to start from, and scripts never run), but a plot that comes out with holes is worse than a refusal.
 */
export function externalReference(svg: string): string | undefined {
  const text = svg.replace(/<!--[\s\S]*?-->/g, '');
  const patterns = [
    /<!ENTITY\s[^>]*\b(?:SYSTEM|PUBLIC)\b\s*["']([^"']*)/i,
    /<\?xml-stylesheet\b[^>]*\bhref\s*=\s*["']([^"']*)/i,
    /@import\s+(?:url\(\s*)?["']?([^"')\s;]*)/i,
  ];
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found[1] ?? '';
  }
  const references = [
    // a link to click is no part of the picture
    ...text.matchAll(/<(?!a\b)[a-z][\w:.-]*\b[^>]*?\b(?:xlink:)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi),
    ...text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s"']*))\s*\)/gi),
  ];
  return references
    .map(([, first, second, third]) => (first ?? second ?? third ?? '').trim())
    .find(
      (target) => target !== '' && !target.startsWith('#') && !/^data:image\/(?:png|jpe?g|gif|webp);/i.test(target),
    );
}
