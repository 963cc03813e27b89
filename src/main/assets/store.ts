import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error';
import type { FileRef } from '../../shared/file-ref';
import { asDiskError, systemCode } from './disk-error';
import { showableName } from './file-name';
import { createFileCheck, type FileState } from './file-check';
import { type Arrived, createIncoming, type Incoming, type Received, type WriteChunk } from './incoming';
import { type Kind, looksLikePdf, sniff } from './sniff';
import { isWhole } from './whole/is-whole';

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
  /** Also what breaks off before its own end, which is refused otherwise. */
  partial?: boolean;
}

/** Paints a file to see whether it can be painted; undefined where that can't be told. */
export type TryDecoding = (path: string, format: Kind['format']) => Promise<boolean | undefined>;

export interface StoredFile {
  sha256: string;
  bytes: number;
  /** By the magic bytes. */
  kind: Kind;
  /** False only where `partial` was asked for. */
  whole: boolean;
}

/** Files by their content: taken in once, never changed, never deleted while the history names them. */
export interface FileStore {
  /** Copies a file in. Throws file_missing, file_empty, file_too_large, not_a_pdf, not_an_image, disk_full, disk_error. */
  importFile(path: string, options: ImportOptions): Promise<FileRef>;
  /** The same for bytes that came without a path. */
  importBytes(bytes: Uint8Array, options: ImportOptions): Promise<FileRef>;
  /**
   * Takes in a download as it comes. Throws what the stream throws, file_empty, file_too_large, disk_full,
   * disk_error, incomplete for what breaks off before its own end or can't be painted, and bad_answer for what is
   * neither a picture nor a PDF: an error page is not kept as a result.
   * `as: 'json'` takes what the caller knows to be JSON, and nothing is looked at.
   */
  write(content: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<StoredFile>;
  /** Absolute path of a stored file, there or not. Throws for anything that is not a SHA-256 in lower-case hex. */
  path(sha256: string): string;
  /** Whether the file is there, and is what its name says. */
  state(sha256: string): Promise<FileState>;
  /** Whether it is sound. */
  has(sha256: string): Promise<boolean>;
  /** Size in bytes. Throws file_missing. */
  bytes(sha256: string): Promise<number>;
  /** Throws file_missing, and file_damaged where the file is not what its name says. */
  open(sha256: string): Promise<{ bytes: number; stream: AsyncIterable<Uint8Array> }>;
  /** The whole file. Throws as `open`. */
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
export function createFileStore(directory: string, writeChunk?: WriteChunk, tryDecoding?: TryDecoding): FileStore {
  const incoming: Incoming = createIncoming(directory, writeChunk);
  const check = createFileCheck();

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
    examine: (arrived: Arrived) => Promise<unknown>,
  ): Promise<Received> {
    return incoming.receive(content, {
      onSize(size) {
        if (size > maxBytes) throw tooLarge(size, maxBytes);
      },
      async check(arrived) {
        if (arrived.size === 0) throw new AppError('file_empty');
        await examine(arrived);
      },
      path,
    });
  }

  async function state(sha256: string): Promise<FileState> {
    if (!SHA256.test(sha256)) return 'missing';
    return check.state(path(sha256), sha256);
  }

  async function requireSound(sha256: string): Promise<void> {
    const found = await check.state(path(sha256), sha256).catch((error: unknown) => {
      throw asDiskError(error);
    });
    if (found !== 'sound') throw new AppError(found === 'missing' ? 'file_missing' : 'file_damaged');
  }

  async function importContent(content: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<FileRef> {
    const { sha256, size, head } = await take(content, options.maxBytes, async ({ head: bytes }) => {
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
    async write(content, { maxBytes, as, partial = false }) {
      let kind: Kind = JSON_KIND;
      let whole = true;
      const { sha256, size } = await take(content, maxBytes, async ({ head, file, path: place, size: bytes }) => {
        if (as === 'json') return;
        kind = required(sniff(head));
        whole = (await isWhole(file, bytes, kind)) && (await tryDecoding?.(place, kind.format)) !== false;
        if (!whole && !partial) throw new AppError('incomplete');
      });
      check.forget(path(sha256));
      return { sha256, bytes: size, kind, whole };
    },
    state,
    has: async (sha256) =>
      state(sha256).then(
        (found) => found === 'sound',
        () => false,
      ),
    async open(sha256) {
      await requireSound(sha256);
      return {
        bytes: await bytes(sha256),
        stream: createReadStream(path(sha256), { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>,
      };
    },
    async read(sha256) {
      await requireSound(sha256);
      return readFile(path(sha256)).catch((error: unknown) => {
        throw asDiskError(error);
      });
    },
    sweep: incoming.sweep,
  };
}
