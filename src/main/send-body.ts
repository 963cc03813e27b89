import type { ClientRequest } from 'electron';

/** Up to here, in bytes, a body goes out in one piece with its length; handing that over takes some 30 ms. */
const WHOLE = 8_000_000;
/** Above, Electron would copy the body several times at one go (1.2 s for 270 MB): it is streamed in these pieces. */
const PIECE = 256 * 1024;

/** The stream of the body in pieces of at most PIECE bytes; views, no copies. */
async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Buffer> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    for (let at = 0; at < value.byteLength; at += PIECE) {
      const piece = value.subarray(at, at + PIECE);
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    }
  }
}

/** Resolves when more can be written, or when nobody wants more. */
function drained(outgoing: ClientRequest): Promise<void> {
  const stream = outgoing as unknown as NodeJS.EventEmitter;
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error', 'abort']) stream.removeListener(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error', 'abort']) stream.once(event, done);
  });
}

/** Writes the request's body and ends it. Large bodies are chunked, small ones carry their length. */
export async function sendBody(request: Request, outgoing: ClientRequest): Promise<void> {
  if (!request.body) {
    outgoing.end();
    return;
  }
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (length <= WHOLE) {
    const pieces: Buffer[] = [];
    for await (const piece of piecesOf(request.body)) pieces.push(piece);
    outgoing.end(Buffer.concat(pieces));
    return;
  }
  outgoing.chunkedEncoding = true;
  let ended = false;
  const stream = outgoing as unknown as NodeJS.EventEmitter;
  for (const event of ['close', 'error', 'abort']) stream.once(event, () => (ended = true));
  for await (const piece of piecesOf(request.body)) {
    if (ended) return;
    const more = (outgoing as unknown as NodeJS.WritableStream).write(piece);
    if (!more) await drained(outgoing);
  }
  outgoing.end();
}
