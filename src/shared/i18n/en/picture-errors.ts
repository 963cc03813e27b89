/** Pictures and figures, in the form of errors.ts. */
export const pictureErrors = {
  image_unsupported: {
    title: 'This is no picture that can be a panel',
    happened: '{{file}} is not a PNG, JPEG, WebP, GIF, TIFF, AVIF or SVG, whatever its name says.',
    next: 'Export it as PNG or SVG and choose that file.',
  },
  image_damaged: {
    title: 'The picture is damaged',
    happened: '{{file}} can’t be read to its end.',
    next: 'Open it in a picture editor and save it again, or fetch it once more.',
  },
  image_too_large: {
    title: 'The picture has too many pixels',
    happened: '{{file}} claims to have {{width}} × {{height}} pixels. It was not opened.',
    next: 'Make it smaller, or choose another file.',
  },
  picture_unsafe: {
    title: 'This picture can’t be shown safely',
    happened: 'Painting it would take more time or memory than a picture may. It was not opened.',
    next: 'Save the file, and open it in a program that you trust with it.',
  },
  svg_external: {
    title: 'The SVG needs files outside itself',
    happened: '{{file}} refers to “{{target}}”, which Plantain does not load.',
    next: 'Save it with its pictures and fonts embedded, or export it as PNG.',
  },
  figure_too_coarse: {
    title: 'A panel has too few pixels for this size',
    happened: 'Panel {{panel}} has {{has}} dpi here, {{dpi}} are asked. Nothing was enlarged.',
    next: 'At {{widthMm}} mm its pixels suffice. Or lower the resolution, draw the panel anew, or allow enlarging.',
  },
  figure_too_large: {
    title: 'The figure would be too large',
    happened: 'It would have {{width}} × {{height}} pixels.',
    next: 'Use fewer rows, columns or panels, less spacing, or a lower resolution.',
  },
};
