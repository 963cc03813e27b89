import { z } from 'zod';

/**
 * Everything that can go wrong and is expected, as a closed set. Each code has its words in the
 * catalogues under `errors.<code>` (title, happened, next), so a new code does not compile without them.
 */
export const ERROR_CODES = [
  // refused here, before anything left the computer
  'invalid_input',
  'no_credential',
  'key_elsewhere',
  'key_unbound',
  'file_missing',
  'file_damaged',
  'file_unreadable',
  'file_empty',
  'file_too_large',
  'not_a_pdf',
  'pdf_encrypted',
  'pdf_damaged',
  'not_an_image',
  'not_text',
  'image_unsupported',
  'image_damaged',
  'image_too_large',
  'picture_unsafe',
  'svg_external',
  'figure_too_coarse',
  'figure_too_large',
  // refused by the server
  'unauthorized',
  'key_disabled',
  'quota_exhausted',
  'out_of_funds',
  'forbidden_by_server',
  'not_found',
  'not_offered',
  'forgotten',
  'link_expired',
  'invalid_fields',
  'refused',
  'rate_limited',
  'server_error',
  'gateway_page',
  'bad_answer',
  'answer_too_large',
  'incomplete',
  'job_failed',
  'unknown_status',
  'no_result',
  // on the way
  'unreachable',
  'timeout',
  'connection_lost',
  'uncertain',
  'given_up',
  'not_sent',
  'canceled',
  // on this computer
  'vault_unavailable',
  'disk_full',
  'disk_error',
  'save_forbidden',
  'save_no_folder',
  'save_bad_name',
  'save_no_room',
  'clipboard_refused',
  'history_too_new',
  'worker_failed',
  'listen_failed',
  'forbidden',
  'unknown_operation',
  'internal',
] as const;

export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** What the user paid for the attempt that failed: decided where the error is made, never guessed later. */
export const spentSchema = z.enum(['no', 'yes', 'maybe']);
export type Spent = z.infer<typeof spentSchema>;

/** One field that has to be mended. `code` has its words under `issues.<code>`; `message` is the server's own text. */
export const issueSchema = z.object({
  field: z.string(),
  code: z.string(),
  message: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Issue = z.infer<typeof issueSchema>;

export const appErrorSchema = z.object({
  code: errorCodeSchema,
  /** True where the same call may go well later without a change by the user. */
  retryable: z.boolean(),
  spent: spentSchema,
  /** The server's or system's own short text, already redacted; never HTML. */
  detail: z.string().optional(),
  status: z.number().int().optional(),
  issues: z.array(issueSchema).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** The raw answer, redacted and cut to 8 kB, for whoever wants to look. */
  raw: z.object({ contentType: z.string(), body: z.string() }).optional(),
});
export type AppErrorData = z.infer<typeof appErrorSchema>;

const RETRYABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rate_limited',
  'server_error',
  'gateway_page',
  'bad_answer',
  'unknown_status',
  'no_result',
  'incomplete',
  'unreachable',
  'timeout',
  'connection_lost',
  'link_expired',
  'worker_failed',
]);

/** An expected failure on its way through the program; crosses IPC as its `data`. */
export class AppError extends Error {
  readonly data: AppErrorData;

  constructor(code: ErrorCode, extra: Partial<Omit<AppErrorData, 'code'>> = {}, options?: { cause?: unknown }) {
    super(extra.detail ? `${code}: ${extra.detail}` : code, options);
    this.name = 'AppError';
    this.data = { retryable: RETRYABLE.has(code), spent: 'no', ...extra, code };
  }

  get code(): ErrorCode {
    return this.data.code;
  }
}

/** Unexpected errors become `internal`: their text stays in the log, for it may name files of the user. */
export function toAppErrorData(error: unknown): AppErrorData {
  if (error instanceof AppError) return error.data;
  return new AppError('internal').data;
}

/** Closes a switch over a union: a new member fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
