import { useLayoutEffect, useRef } from 'react';
import { createPage, paintLayers } from '../../shared/page';
import type { DrawnPreview } from './draw-preview';

/** Room for the next page too: fresh memory costs more than painting does. */
const SPARE = 1.25;

function paint(canvas: HTMLCanvasElement, { view: { width, height }, layers }: DrawnPreview, memory: ArrayBuffer) {
  const bytes = width * height * 4;
  const room = memory.byteLength >= bytes ? memory : new ArrayBuffer(Math.ceil(bytes * SPARE));
  paintLayers(createPage(width, height, 4, new Uint8Array(room, 0, bytes)), layers);
  // setting a size, even the same one, clears a canvas
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const image = new ImageData(new Uint8ClampedArray(room, 0, bytes), width, height);
  canvas.getContext('2d', { alpha: false })?.putImageData(image, 0, 0);
  return room;
}

/** A drawn page, pixel by pixel. Without a label it is for the eye only: what stands around it says what it is. */
export function Bitmap({ drawn, label, testId }: { drawn: DrawnPreview; label?: string; testId?: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const memory = useRef(new ArrayBuffer(0));
  useLayoutEffect(() => {
    if (canvas.current) memory.current = paint(canvas.current, drawn, memory.current);
  }, [drawn]);
  return (
    <canvas
      ref={canvas}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      data-testid={testId}
    />
  );
}
