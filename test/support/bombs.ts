const svg = (inner: string, attributes = 'width="400" height="300"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

/** Ten of the one below, nine levels high: 10^9 shapes. */
function nested(level: (number: number) => string): string {
  return Array.from({ length: 9 }, (_, number) => level(number + 1)).join('');
}
const ten = (id: string, write: (id: string) => string): string => write(id).repeat(10);

/** Drawings of a few kilobytes that nobody could paint to the end. */
export const bombs: Record<string, string> = {
  'nested use': svg(
    `<defs><rect id="a0" width="1" height="1"/>${nested((number) => `<g id="a${number}">${ten(`a${number - 1}`, (id) => `<use xlink:href="#${id}" x="1"/>`)}</g>`)}</defs><use xlink:href="#a9"/>`,
  ),
  'nested use without xlink': svg(
    `<defs><rect id="a0" width="1" height="1"/>${nested((number) => `<symbol id="a${number}">${ten(`a${number - 1}`, (id) => `<use href='#${id}'/>`)}</symbol>`)}</defs><use href="#a9"/>`,
  ),
  'nested patterns': svg(
    `<defs><pattern id="a0" width="1" height="1"><rect width="1" height="1"/></pattern>${nested((number) => `<pattern id="a${number}" width="1" height="1">${ten(`a${number - 1}`, (id) => `<rect fill="url(#${id})" width="1" height="1"/>`)}</pattern>`)}</defs><rect fill="url(#a9)" width="400" height="300"/>`,
  ),
  'nested masks': svg(
    `<defs><mask id="a0"><rect width="1" height="1"/></mask>${nested((number) => `<mask id="a${number}">${ten(`a${number - 1}`, (id) => `<rect mask="url(#${id})" width="1" height="1"/>`)}</mask>`)}</defs><rect mask="url(#a9)" width="400" height="300"/>`,
  ),
  'a billion laughs': `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "<rect/>">${nested((number) => `<!ENTITY a${number} "${ten(`a${number - 1}`, (id) => `&${id};`)}">`)}]>${svg('&a9;')}`,
  'a thing made of itself': svg('<g id="a"><use href="#a"/><use href="#a"/></g>'),
  'a thousand filters': svg(
    `<filter id="f">${'<feTurbulence baseFrequency="9" numOctaves="99"/><feMorphology radius="99"/>'.repeat(500)}</filter><rect filter="url(#f)" width="400" height="300"/>`,
  ),
  'dashes without number': svg('<path stroke="#000" stroke-dasharray="0.00001" d="M0 0H1e9"/>'),
  'a side of a million': svg('<rect width="1" height="1"/>', 'width="1000000" height="1000000"'),
  'depth without end': svg(`${'<g>'.repeat(5000)}${'</g>'.repeat(5000)}`),
};
