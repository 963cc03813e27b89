import type { ErrorCode, Spent } from './app-error';

export interface ErrorCost {
  /** What the error may say about the attempt that failed. */
  spent: readonly Spent[];
  /** The same in a sentence, for the page about errors. */
  text: string;
}

const NOTHING: ErrorCost = { spent: ['no'], text: 'Nothing.' };

/** Errors that may have cost something; all others are made where nothing can have been accepted. */
const COSTS: Partial<Record<ErrorCode, ErrorCost>> = {
  server_error: {
    spent: ['no', 'maybe'],
    text: 'Nothing where the server did not take the request (503, 521 and their like). After another error of its own, such as 500, nobody knows: 0 or 1 unit.',
  },
  gateway_page: {
    spent: ['no', 'maybe'],
    text: 'Nothing where the page came with a refusal or for want of a server (4xx, 503, 521 and their like). Otherwise nobody knows: 0 or 1 unit.',
  },
  bad_answer: {
    spent: ['no', 'yes', 'maybe'],
    text: 'A submission that was answered with the promised status has cost its unit; after any other good status nobody knows. Reading costs nothing.',
  },
  job_failed: { spent: ['yes'], text: '1 unit, when the server accepted the job. It isn’t given back.' },
  unknown_status: { spent: ['yes'], text: '1 unit, when the server accepted the job.' },
  no_result: { spent: ['yes'], text: '1 unit, when the server accepted the job.' },
  forgotten: { spent: ['yes'], text: '1 unit, when the server accepted the job.' },
  uncertain: {
    spent: ['yes', 'maybe'],
    text: 'Nobody knows: 0 or 1 unit. 1 unit where the server had said yes, but not what the job is called.',
  },
  canceled: {
    spent: ['no', 'maybe'],
    text: 'Nothing, unless a submission was on its way just then: 0 or 1 unit.',
  },
};

export function errorCost(code: ErrorCode): ErrorCost {
  return COSTS[code] ?? NOTHING;
}
