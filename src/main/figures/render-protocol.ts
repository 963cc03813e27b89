import type { PdfInfo } from '../../shared/contract';

/** What the image worker is asked. Both ends are ours, so the types are the check. Widths are pixels. */
export type RenderTask =
  | { kind: 'pdf-info'; path: string }
  | { kind: 'pdf-page'; path: string; page: number; width: number }
  | { kind: 'rasterize'; svg: string; width: number }
  | { kind: 'thumbnail'; path: string; width: number }
  | { kind: 'warm-up' };

export type RenderKind = RenderTask['kind'];

/** What each task answers; pictures are the bytes of a PNG. */
export interface RenderResults {
  'pdf-info': PdfInfo;
  'pdf-page': Uint8Array;
  rasterize: Uint8Array;
  thumbnail: Uint8Array;
  'warm-up': null;
}

export interface RenderRequest {
  id: number;
  task: RenderTask;
}

/** The failures that the worker itself can tell; that it died is told by its absence. */
export type RenderFailure = 'pdf_encrypted' | 'pdf_damaged' | 'file_missing' | 'worker_failed';

export type RenderReply =
  | { id: number; ok: true; value: RenderResults[RenderKind] }
  | { id: number; ok: false; code: RenderFailure; detail: string };

/**
 * Tasks of one lane wait for each other, the lanes do not: PDFium keeps the worker's thread busy, sharp has
 * threads of its own, so pages of a dropped PDF need not wait for a library full of thumbnails.
 */
export function laneOf(kind: RenderKind): 'pdf' | 'image' {
  return kind === 'pdf-info' || kind === 'pdf-page' ? 'pdf' : 'image';
}
