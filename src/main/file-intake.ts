import { basename } from 'node:path';
import { AppError } from '../shared/app-error';
import type { FileKind } from '../shared/contract';
import type { FileRef } from '../shared/file-ref';
import type { FileStore, ImportOptions } from './assets/store';
import type { RenderQueue } from './figures/render-queue';

export interface FileIntakeOptions {
  /** The store of the mode that is shown. */
  files(): Promise<FileStore>;
  /** Bytes of the largest file that is taken in. */
  maxBytes(): number;
  render: Pick<RenderQueue, 'run'>;
}

/**
 * Takes files into the store, whichever way they come. PDFs are opened once: one that nobody can read must not become
 * a form's value, for the server would take the unit all the same. Errors as of FileStore's imports, and pdf_encrypted,
 * pdf_damaged.
 */
export interface FileIntake {
  /** `name` is shown; by default the file's own. */
  fromPath(path: string, kind?: FileKind, name?: string): Promise<FileRef>;
  fromBytes(bytes: Uint8Array, name: string, kind?: FileKind): Promise<FileRef>;
}

const ACCEPT = { pdf: 'pdf', images: 'image', panels: 'panel', table: 'any' } as const satisfies Record<
  FileKind,
  ImportOptions['accept']
>;

export function createFileIntake({ files, maxBytes, render }: FileIntakeOptions): FileIntake {
  const options = (name: string, kind: FileKind): ImportOptions => ({
    name,
    maxBytes: maxBytes(),
    accept: ACCEPT[kind],
  });
  const opened = async (store: FileStore, file: FileRef, kind: FileKind): Promise<FileRef> => {
    if (kind !== 'pdf') return file;
    try {
      await render.run({ kind: 'pdf-info', path: store.path(file.$file) });
    } catch (error) {
      // a worker that died says nothing about the file
      if (!(error instanceof AppError) || error.code !== 'worker_failed') throw error;
    }
    return file;
  };
  return {
    async fromPath(path, kind = 'pdf', name = basename(path)) {
      const store = await files();
      return opened(store, await store.importFile(path, options(name, kind)), kind);
    },
    async fromBytes(bytes, name, kind = 'pdf') {
      const store = await files();
      return opened(store, await store.importBytes(bytes, options(name, kind)), kind);
    },
  };
}
