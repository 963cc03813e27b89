/** SVG text to PNG bytes, `width` pixels wide. */
export type Rasterize = (svg: string, width: number) => Promise<Uint8Array>;

/** For plain Node. Inside Electron the host's worker is injected instead: sharp must not load there (decisions). */
export const rasterizeHere: Rasterize = async (svg, width) => {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).resize({ width }).png({ compressionLevel: 9, palette: false }).toBuffer();
};
