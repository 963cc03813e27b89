import type { Readable } from 'node:stream';

/**
 * An answer's body as the web knows it. Not Readable.toWeb: that pushes, and throws into the network's event where a
 * piece comes after the reader has left. This one asks for a piece when one is wanted, so whatever happens to the
 * connection happens to the reader's promise.
 *
 * `onLeft` ends the request where the reader leaves early; `onClosed` is called once, however the body ends.
 */
export function bodyStream(
  source: Readable,
  { onLeft, onClosed }: { onLeft: () => void; onClosed: () => void },
): ReadableStream<Uint8Array> {
  // an error that comes while nobody reads would otherwise be nobody's, and end the program
  source.on('error', () => undefined);
  if (source.closed) onClosed();
  else source.once('close', onClosed);
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel() {
        source.destroy();
        onLeft();
      },
    },
    { highWaterMark: 0 },
  );
}
