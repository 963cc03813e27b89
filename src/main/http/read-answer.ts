import type { WireEndpoint } from './wire-endpoint';
import { isHtml, parseJson } from './answer-text';
import type { OpenedAnswer } from './attempts';
import type { ErrorAnswer } from './map-error';
import { badAnswer, mapErrorAnswer } from './map-error';
import type { BodyText } from './read-body';
import { readText } from './read-body';

/** PaperBanana puts the whole picture into every poll's JSON. */
const JSON_LIMIT = 64_000_000;
const ERROR_LIMIT = 1_000_000;

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

async function readRecorded(
  endpoint: WireEndpoint,
  opened: OpenedAnswer,
): Promise<{ body: BodyText; json: unknown; answer: ErrorAnswer }> {
  const { response, guard, record, redactor, maybeSentBefore } = opened;
  const limit = isGood(response.status) && endpoint.answer.kind !== 'binary' ? JSON_LIMIT : ERROR_LIMIT;
  const body = await readText(response, guard, limit);
  const json = parseJson(body.text);
  record.received(body.bytes);
  redactor.learn(body.text, json);
  record.text(body.text, json);
  const { status, headers } = response;
  return {
    body,
    json,
    answer: { endpoint, status, headers, text: body.text, redactor, now: opened.now(), maybeSentBefore },
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
      return answer.redactor.answer(parsed.data);
    }
    case 'binary':
      throw badAnswer(answer);
  }
}

/** Throws where the opened answer is an error, a web page, or JSON in place of a file. Else its body is untouched. */
export async function refuseUnlessBinary(endpoint: WireEndpoint, opened: OpenedAnswer): Promise<void> {
  const { status, headers } = opened.response;
  const contentType = headers.get('content-type') ?? '';
  const promised = endpoint.answer.kind === 'binary' ? endpoint.answer.mediaTypes : [];
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const wordy = mediaType === 'application/json' || mediaType === 'text/html';
  if (isGood(status) && (!wordy || promised.includes(mediaType))) return;
  const { answer } = await readRecorded(endpoint, opened);
  if (!isGood(status) || mediaType === 'text/html') throw mapErrorAnswer(answer);
  throw badAnswer(answer);
}
