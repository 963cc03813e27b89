import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error';
import type { FileRef } from '../../shared/file-ref';
import { asDiskError, systemCode } from './disk-error';
import { showableName } from './file-name';
import { createIncoming, type Incoming, type Received, type WriteChunk } from './incoming';
import { type Kind, looksLikePdf, sniff } from './sniff';

export interface ImportOptions {
  /** The name to show; never used as a path. */
  name: string;
  maxBytes: number;
  /** `pdf`: anything else is refused as `not_a_pdf`; `image` (PNG, JPEG, WebP) as `not_an_image`;
   * `panel` (these, GIF and SVG) as `image_unsupported`. */
  accept: 'pdf' | 'image' | 'panel' | 'any';
}

export interface WriteOptions {
  maxBytes: number;
  as?: 'json' | undefined;
}

export interface StoredFile {
  sha256: string;
  bytes: number;
  /** By the magic bytes. */
  kind: Kind;
}

/** Files by their content: taken in once, never changed, never deleted while the history names them. */
export interface FileStore {
  /** Copies a file in. Throws file_missing, file_empty, file_too_large, not_a_pdf, not_an_image, disk_full, disk_error. */
  importFile(path: string, options: ImportOptions): Promise<FileRef>;
  /** The same for bytes that came without a path. */
  importBytes(bytes: Uint8Array, options: ImportOptions): Promise<FileRef>;
  /**
   * Takes in a download as it comes. Throws what the stream throws, file_empty, file_too_large, disk_full,
   * disk_error, and bad_answer for what is neither a picture nor a PDF: an error page is not kept as a result.
   * `as: 'json'` takes what the caller knows to be JSON, and nothing is looked at.
   */
  write(content: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<StoredFile>;
  /** Absolute path of a stored file, there or not. Throws for anything that is not a SHA-256 in lower-case hex. */
  path(sha256: string): string;
  has(sha256: string): Promise<boolean>;
  /** Size in bytes. Throws file_missing. */
  bytes(sha256: string): Promise<number>;
  /** Throws file_missing. */
  open(sha256: string): Promise<{ bytes: number; stream: AsyncIterable<Uint8Array> }>;
  /** The whole file. Throws file_missing. */
  read(sha256: string): Promise<Buffer>;
  /** Removes what crashed processes left half-written; call it when the start-up is over. Returns how many. */
  sweep(): Promise<number>;
}

/** Large pieces keep a file of 200 MB to a few hundred turns of the event loop. */
const READ_BYTES = 1024 * 1024;
const SHA256 = /^[0-9a-f]{64}$/;

/** What image models read. */
const SENDABLE: ReadonlySet<string> = new Set(['png', 'jpeg', 'webp']);
/** What a figure's panel can be. */
const PANELS: ReadonlySet<string> = new Set([...SENDABLE, 'gif', 'svg']);
const NO_FILE = {
  pdf: 'not_a_pdf',
  image: 'not_an_image',
  panel: 'image_unsupported',
  any: 'file_missing',
} as const;
const JSON_KIND: Kind = { format: 'json', mediaType: 'application/json', width: null, height: null };

function tooLarge(bytes: number, maxBytes: number): AppError {
  const megabytes = Math.ceil(bytes / 100_000) / 10;
  return new AppError('file_too_large', { params: { bytes, megabytes, limit: maxBytes / 1_000_000 } });
}

function required(kind: Kind | undefined): Kind {
  if (!kind) throw new AppError('bad_answer');
  return kind;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Of a file that the user chose; its name is the user's own word for it. */
function unreadable(error: unknown, name: string): AppError {
  const code = systemCode(error) ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('file_missing');
  const detail = code === '' ? {} : { detail: code };
  return new AppError('file_unreadable', { ...detail, params: { name: showableName(name) } }, { cause: error });
}

/** Reading errors are the source's fault and must not be told as a full disk. */
async function* source(path: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw unreadable(error, name);
  }
}

/** `directory` is made when it is first needed. `writeChunk` stands in for the disk in tests. */
export function createFileStore(directory: string, writeChunk?: WriteChunk): FileStore {
  const incoming: Incoming = createIncoming(directory, writeChunk);

  function path(sha256: string): string {
    if (!SHA256.test(sha256)) throw new AppError('file_missing');
    return join(directory, sha256.slice(0, 2), sha256);
  }

  async function bytes(sha256: string): Promise<number> {
    try {
      return (await stat(path(sha256))).size;
    } catch (error) {
      throw systemCode(error) === 'ENOENT' ? new AppError('file_missing') : asDiskError(error);
    }
  }

  async function take(
    content: AsyncIterable<Uint8Array>,
    maxBytes: number,
    examine: (head: Uint8Array) => unknown,
  ): Promise<Received> {
    return incoming.receive(content, {
      onSize(size) {
        if (size > maxBytes) throw tooLarge(size, maxBytes);
      },
      check(head, size) {
        if (size === 0) throw new AppError('file_empty');
        examine(head);
      },
      path,
    });
  }

  async function importContent(content: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<FileRef> {
    const { sha256, size, head } = await take(content, options.maxBytes, (bytes) => {
      if (options.accept === 'pdf' && !looksLikePdf(bytes)) throw new AppError('not_a_pdf');
      if (options.accept === 'image' && !SENDABLE.has(sniff(bytes)?.format ?? '')) throw new AppError('not_an_image');
      if (options.accept === 'panel' && !PANELS.has(sniff(bytes)?.format ?? ''))
        throw new AppError('image_unsupported', { params: { file: showableName(options.name) } });
    });
    const mediaType = options.accept === 'pdf' ? 'application/pdf' : sniff(head)?.mediaType;
    const name = showableName(options.name);
    return { $file: sha256, name, bytes: size, mediaType: mediaType ?? 'application/octet-stream' };
  }

  return {
    path,
    bytes,
    async importFile(file, options) {
      const info = await stat(file).catch((error: unknown) => {
        throw unreadable(error, options.name);
      });
      if (!info.isFile()) throw new AppError(NO_FILE[options.accept]);
      if (info.size === 0) throw new AppError('file_empty');
      // said before a gigabyte is copied for nothing
      if (info.size > options.maxBytes) throw tooLarge(info.size, options.maxBytes);
      return importContent(source(file, options.name), options);
    },
    importBytes: (content, options) => importContent(once(content), options),
    async write(content, { maxBytes, as }) {
      const kindOf = (head: Uint8Array): Kind => required(as === 'json' ? JSON_KIND : sniff(head));
      const { sha256, size, head } = await take(content, maxBytes, kindOf);
      return { sha256, bytes: size, kind: kindOf(head) };
    },
    has: async (sha256) =>
      SHA256.test(sha256) &&
      bytes(sha256).then(
        () => true,
        () => false,
      ),
    async open(sha256) {
      const size = await bytes(sha256);
      return {
        bytes: size,
        stream: createReadStream(path(sha256), { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>,
      };
    },
    async read(sha256) {
      await bytes(sha256);
      return readFile(path(sha256)).catch((error: unknown) => {
        throw asDiskError(error);
      });
    },
    sweep: incoming.sweep,
  };
}
