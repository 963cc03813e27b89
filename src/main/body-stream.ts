import type { Readable } from 'node:stream';

/** Bytes that wait for a reader before the network is asked to hold back. */
const HELD_BACK = 1_000_000;

/**
 * An answer's body as the web knows it. Not Readable.toWeb, which throws into the network's event where a piece comes
 * after the reader has left; and not the stream's own iterator, which forgets what had come where the connection then
 * breaks: half an answer may hold the id of a job that was paid for. Here pieces are taken as they come, an error
 * comes behind the last of them, and whatever happens to the connection happens to the reader's promise.
 *
 * `onLeft` ends the request where the reader leaves early; `onClosed` is called once, however the body ends.
 */
export function bodyStream(
  source: Readable,
  { onLeft, onClosed }: { onLeft: () => void; onClosed: () => void },
): ReadableStream<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let held = 0;
  let end: { error?: unknown } | undefined;
  let wake = (): void => undefined;

  source.on('data', (piece: Uint8Array) => {
    waiting.push(piece);
    held += piece.byteLength;
    if (held > HELD_BACK) source.pause();
    wake();
  });
  source.once('end', () => {
    end ??= {};
    wake();
  });
  // heard for good: an error that is nobody's would end the program
  source.on('error', (error) => {
    end ??= { error };
    wake();
  });
  const closed = (): void => {
    end ??= { error: new Error('the answer was broken off') };
    wake();
    onClosed();
  };
  if (source.closed) closed();
  else source.once('close', closed);
  // Electron's answers keep to themselves what comes before they are first asked, and forget it where they break
  if (!source.destroyed) source.read(0);

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (waiting.length === 0 && !end) await new Promise<void>((resolve) => (wake = resolve));
        const piece = waiting.shift();
        if (piece) {
          held -= piece.byteLength;
          if (held <= HELD_BACK && source.isPaused()) source.resume();
          controller.enqueue(piece);
        } else if (end && 'error' in end) {
          throw end.error;
        } else {
          controller.close();
        }
      },
      cancel() {
        waiting.length = 0;
        source.destroy();
        onLeft();
      },
    },
    { highWaterMark: 0 },
  );
}
