import type { AppErrorData } from '../../shared/app-error';
import { assertNever } from '../../shared/app-error';

/** What an unanswered question about a job means. None means that the job itself has failed. */
export type PollFailure =
  /** The server answers nobody with this key: the job runs on, and is readable again when the key is. */
  | { kind: 'blocked' }
  /** The server says that there is no such job. */
  | { kind: 'missing' }
  /** It asked for a pause. */
  | { kind: 'pause'; ms: number }
  | { kind: 'later' };

const LONGEST_WISH_MS = 60 * 60_000;
const USUAL_PAUSE_MS = 30_000;

/** `params.retryAfter` is the server's Retry-After in seconds; a wish beyond an hour is not believed. */
function wishedPause({ params }: AppErrorData): number | undefined {
  const seconds = params?.['retryAfter'];
  return typeof seconds === 'number' && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WISH_MS) : undefined;
}

export function pollFailure(error: AppErrorData): PollFailure {
  switch (error.code) {
    case 'unauthorized':
    case 'key_disabled':
    case 'quota_exhausted':
    case 'out_of_funds':
    case 'forbidden_by_server':
    case 'no_credential':
    case 'key_elsewhere':
    case 'key_unbound':
    case 'vault_unavailable':
      return { kind: 'blocked' };
    case 'forgotten':
      return { kind: 'missing' };
    case 'rate_limited':
      return { kind: 'pause', ms: wishedPause(error) ?? USUAL_PAUSE_MS };
    case 'server_error': {
      const ms = wishedPause(error);
      return ms === undefined ? { kind: 'later' } : { kind: 'pause', ms };
    }
    case 'invalid_input':
    case 'file_missing':
    case 'file_damaged':
    case 'file_unreadable':
    case 'file_empty':
    case 'file_too_large':
    case 'not_a_pdf':
    case 'pdf_encrypted':
    case 'pdf_damaged':
    case 'not_an_image':
    case 'not_text':
    case 'image_unsupported':
    case 'image_damaged':
    case 'image_too_large':
    case 'picture_unsafe':
    case 'svg_external':
    case 'figure_too_coarse':
    case 'figure_too_large':
    // a provider says `forgotten` where its 404 speaks of the job; any other speaks of the address
    case 'not_found':
    case 'not_offered':
    case 'unknown_status':
    case 'no_result':
    case 'link_expired':
    case 'invalid_fields':
    case 'refused':
    case 'gateway_page':
    case 'bad_answer':
    case 'answer_too_large':
    case 'incomplete':
    case 'job_failed':
    case 'unreachable':
    case 'timeout':
    case 'connection_lost':
    case 'uncertain':
    case 'given_up':
    case 'not_sent':
    case 'canceled':
    case 'disk_full':
    case 'disk_error':
    case 'save_forbidden':
    case 'save_no_folder':
    case 'save_bad_name':
    case 'save_no_room':
    case 'clipboard_refused':
    case 'history_too_new':
    case 'worker_failed':
    case 'listen_failed':
    case 'forbidden':
    case 'unknown_operation':
    case 'internal':
      return { kind: 'later' };
    default:
      return assertNever(error.code);
  }
}

/** Answers about an artifact that will hardly change: it is not there, or is not what it should be. */
export function isGone({ code }: AppErrorData): boolean {
  return GONE.has(code);
}

const GONE: ReadonlySet<AppErrorData['code']> = new Set<AppErrorData['code']>([
  'not_found',
  'not_offered',
  'forgotten',
  'refused',
  'invalid_fields',
  'bad_answer',
  'answer_too_large',
  'file_empty',
  'file_too_large',
]);
