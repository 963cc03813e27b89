import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
/** Nobody compresses more often. */
const MOST = 3;

/** A body without its content encodings, the last one taken off first; what is not known stays as it came. */
export function decoded(body: Readable, contentEncoding: string | undefined): Readable {
  const names = (contentEncoding ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names
    .slice(-MOST)
    .reverse()
    .reduce((stream: Readable, name) => {
      const decoder = DECODERS[name]?.();
      // the error stays with the stream that is read
      return decoder ? pipeline(stream, decoder, () => undefined) : stream;
    }, body);
}
