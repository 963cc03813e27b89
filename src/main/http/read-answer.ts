import type { WireEndpoint } from './wire-endpoint';
import { cutText, isHtml } from './answer-text';
import type { OpenedAnswer } from './attempts';
import type { ErrorAnswer } from './map-error';
import { badAnswer, mapErrorAnswer, RAW_LIMIT } from './map-error';
import { breathe, parseAnswer, parseAtOnce } from './parse-answer';
import type { BodyText } from './read-body';
import { countValues, readText } from './read-body';
import { shortenBase64 } from './shorten-base64';
import { createTextReader } from './text-reader';

/** PaperBanana puts the whole picture into every poll's JSON. */
const JSON_LIMIT = 64_000_000;
const ERROR_LIMIT = 1_000_000;
/** Values of an answer that are walked through for whoever looks at the request; of more its text is shown. */
const SHOWN_VALUES = 20_000;

/** Bytes of an answer on which each step takes long enough to let others in after it. */
const LONG = 1_000_000;

/** What came for a submission, before anybody tries to understand it. */
export interface RawAnswer {
  status: number;
  contentType: string;
  /** The first bytes as they came, but for the request's own secrets. */
  head: Uint8Array;
  /** How many came in all. */
  bytes: number;
  /** False where the connection broke, or was left, before the end. */
  whole: boolean;
}

/** What a submission's answer says: its value where it is the promised one, and its text in any case. */
export interface SubmissionAnswer {
  value: unknown;
  text: string;
}

interface Recorded {
  body: BodyText;
  json: unknown;
  answer: ErrorAnswer;
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

async function readRecorded(
  endpoint: WireEndpoint,
  opened: OpenedAnswer,
  keep?: (raw: RawAnswer) => void,
): Promise<Recorded> {
  const { response, guard, record, redactor, maybeSentBefore } = opened;
  const { status, headers } = response;
  const limit = isGood(status) && endpoint.answer.kind !== 'binary' ? JSON_LIMIT : ERROR_LIMIT;
  const body = await readText(response, guard, limit);
  const { text, bytes, values, failure, head } = body;
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      opened.onRecordFailure(error);
    }
  };
  guarded(() => {
    keep?.({
      status,
      bytes,
      whole: failure === null,
      contentType: redactor.text(headers.get('content-type') ?? '').slice(0, 200),
      head: redactor.bytes(head),
    });
  });
  record.received(bytes);
  const pause = (): unknown => (bytes > LONG ? breathe() : undefined);
  await pause();
  const json = await parseAnswer(text, values);
  await pause();
  const shown = values <= SHOWN_VALUES ? json : undefined;
  guarded(() => {
    redactor.learn(text, json);
  });
  record.text(text, shown);
  await pause();
  return {
    body,
    json,
    answer: { endpoint, status, headers, text, json: shown, redactor, now: opened.now(), maybeSentBefore },
  };
}

/**
 * The value of a JSON answer, null for an empty one. Any 2xx is taken as long as its body fits; an error's status
 * counts even where its body was cut (servers reset the connection after a crash).
 */
export async function readAnswer(endpoint: WireEndpoint, opened: OpenedAnswer): Promise<unknown> {
  const { body, json, answer } = await readRecorded(endpoint, opened);
  if (!isGood(answer.status)) throw mapErrorAnswer(answer);
  if (body.failure) throw body.failure;
  if (isHtml(answer.headers.get('content-type') ?? '', body.text)) throw mapErrorAnswer(answer);
  switch (endpoint.answer.kind) {
    case 'empty':
      // PaperBanana's 204 says application/json and has no body: nothing is parsed
      return null;
    case 'json': {
      const parsed = json === undefined ? undefined : endpoint.answer.schema.safeParse(json);
      if (!parsed?.success) throw badAnswer(answer);
      return answer.redactor.answer(parsed.data, body.text);
    }
    case 'binary':
      throw badAnswer(answer);
  }
}

/** A value as the endpoint promises it; undefined for any other, and where a reader stumbles over it. */
function promised({ answer }: WireEndpoint, json: unknown): unknown {
  if (json === undefined || answer.kind !== 'json') return undefined;
  try {
    return answer.schema.safeParse(json).data;
  } catch {
    return undefined;
  }
}

/**
 * What an answer that was kept says, undefined where it was none of acceptance, and how it is shown. Only a whole one
 * has a value.
 */
export function readKept(
  endpoint: WireEndpoint,
  { status, contentType, head, bytes, whole }: RawAnswer,
): { answer: SubmissionAnswer | undefined; raw: { contentType: string; body: string } } {
  const reader = createTextReader(contentType);
  reader.push(head);
  const text = reader.text();
  const json = whole && head.length === bytes ? parseAtOnce(text, countValues(head)) : undefined;
  return {
    answer: isGood(status) ? { text, value: promised(endpoint, json) } : undefined,
    raw: { contentType, body: cutText(shortenBase64(text), RAW_LIMIT) },
  };
}

/**
 * What `understand` makes of the answer to a submission that may have cost something. `keep` is told what came before
 * anybody looks at it. Whatever comes under a good status was said by a server that may have accepted: a broken
 * connection, another charset or a web page is no refusal, and the answer is looked through all the same.
 */
export async function readSubmission<T>(
  endpoint: WireEndpoint,
  opened: OpenedAnswer,
  { understand, keep }: { understand(answer: SubmissionAnswer): T | undefined; keep(raw: RawAnswer): void },
): Promise<T> {
  const { body, json, answer } = await readRecorded(endpoint, opened, keep);
  if (!isGood(answer.status)) throw mapErrorAnswer(answer);
  const value = promised(endpoint, json);
  const understood = understand({
    value: value === undefined ? undefined : answer.redactor.answer(value, body.text),
    text: body.text,
  });
  if (understood !== undefined) return understood;
  if (body.failure) throw body.failure;
  throw isHtml(answer.headers.get('content-type') ?? '', body.text) ? mapErrorAnswer(answer) : badAnswer(answer);
}

/** Throws where the opened answer is an error, a web page, or JSON in place of a file. Else its body is untouched. */
export async function refuseUnlessBinary(endpoint: WireEndpoint, opened: OpenedAnswer): Promise<void> {
  const { status, headers } = opened.response;
  const contentType = headers.get('content-type') ?? '';
  const expected = endpoint.answer.kind === 'binary' ? endpoint.answer.mediaTypes : [];
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const wordy = mediaType === 'application/json' || mediaType === 'text/html';
  if (isGood(status) && (!wordy || expected.includes(mediaType))) return;
  const { answer } = await readRecorded(endpoint, opened);
  if (!isGood(status) || mediaType === 'text/html') throw mapErrorAnswer(answer);
  throw badAnswer(answer);
}
