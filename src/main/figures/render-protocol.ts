import type { AppErrorData, ErrorCode } from '../../shared/app-error';
import type { PdfInfo } from '../../shared/contract';
import type { FigureTask, FigureResults } from './figure-protocol';

/** What the image worker is asked. Both ends are ours, so the types are the check. Widths are pixels. */
export type RenderTask =
  | { kind: 'pdf-info'; path: string }
  | { kind: 'pdf-page'; path: string; page: number; width: number }
  | { kind: 'rasterize'; svg: string; width: number }
  | { kind: 'thumbnail'; path: string; width: number }
  | { kind: 'decode'; path: string }
  | { kind: 'warm-up' }
  | FigureTask;

export type RenderKind = RenderTask['kind'];

/** What each task answers; pictures are the bytes of a PNG. */
export interface RenderResults extends FigureResults {
  'pdf-info': PdfInfo;
  'pdf-page': Uint8Array;
  rasterize: Uint8Array;
  thumbnail: Uint8Array;
  decode: null;
  'warm-up': null;
}

export interface RenderRequest {
  id: number;
  task: RenderTask;
}

/** A request, or word that nobody waits for it any more. */
export type RenderMessage = RenderRequest | { cancel: number };

/** What the worker itself can tell; that it died is told by its absence. `detail` is for the log. */
export interface RenderFailure extends Pick<AppErrorData, 'params' | 'issues'> {
  id: number;
  ok: false;
  code: ErrorCode;
  detail: string;
}

export type RenderReply = { id: number; ok: true; value: RenderResults[RenderKind] } | RenderFailure;

export type Lane = 'pdf' | 'image' | 'preview' | 'figure';

/**
 * Tasks of one lane wait for each other, the lanes do not: PDFium keeps the worker's thread busy, sharp has
 * threads of its own, so pages of a dropped PDF need not wait for a library full of thumbnails, nor a preview for an
 * export.
 */
export function laneOf(kind: RenderKind): Lane {
  switch (kind) {
    case 'pdf-info':
    case 'pdf-page':
      return 'pdf';
    case 'figure-preview':
    case 'figure-inspect':
      return 'preview';
    case 'figure-render':
    case 'figure-export':
      return 'figure';
    default:
      return 'image';
  }
}
