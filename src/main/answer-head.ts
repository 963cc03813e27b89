/** Statuses whose answers have no body: Response throws where one is given. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);
/** Stands in for a status that Response cannot hold, until the real one is put over it. */
const STAND_IN = 500;

/** Every end of the body is told to nobody here: whoever reads it finds out. */
export interface AnswerHead {
  /** As the server sent it, whatever number that is. */
  status: number;
  headers: Iterable<readonly [name: string, value: string]>;
}

function percentEncoded(character: string): string {
  return [...Buffer.from(character, 'utf8')]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

/**
 * A header's value in printable ASCII. A CDN that sends a file's Chinese name as it is must not cost the answer, and
 * what lies beyond ASCII reads best as addresses write it. Control characters become spaces.
 */
function printable(value: string): string {
  return value
    .replace(/[\0-\x08\x0a-\x1f\x7f]/g, ' ')
    .replace(/[^\t\x20-\x7e]/gu, percentEncoded)
    .trim();
}

function headersOf(entries: AnswerHead['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of entries)
    try {
      headers.append(name, printable(value));
    } catch {
      // a name that is none; nothing of ours reads it, and the answer is worth more than this line of it
    }
  return headers;
}

export function hasBody(status: number): boolean {
  return !WITHOUT_BODY.has(status);
}

/** The answer as the web knows it. Whatever a server puts into its head, this does not throw. */
export function answerOf({ status, headers }: AnswerHead, body: ReadableStream<Uint8Array> | null): Response {
  const fits = Number.isInteger(status) && status >= 200 && status <= 599;
  const response = new Response(hasBody(status) ? body : null, {
    status: fits ? status : STAND_IN,
    headers: headersOf(headers),
  });
  // 0, 199 or 999: told as what it is, and never taken for a success
  if (!fits) Object.defineProperty(response, 'status', { value: status });
  return response;
}
