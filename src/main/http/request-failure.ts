/**
 * Why no usable answer came:
 * `never_sent` proves that the request never reached a server; `lost` proves nothing (cut, reset, empty);
 * `timeout` and `canceled` are our own doing; `too_large` is an answer past its limit.
 */
export type FailureKind = 'never_sent' | 'lost' | 'timeout' | 'canceled' | 'too_large';

/** A request that ended without an answer. Lives inside http/ only: callers get an AppError. */
export class RequestFailure extends Error {
  readonly kind: FailureKind;
  /** The system's own short text or code, or '' where we ended the request ourselves. */
  readonly detail: string;

  constructor(kind: FailureKind, detail = '', options?: { cause?: unknown }) {
    super(detail ? `${kind}: ${detail}` : kind, options);
    this.name = 'RequestFailure';
    this.kind = kind;
    this.detail = detail;
  }
}
