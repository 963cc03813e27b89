import { basename } from 'node:path';
import { AppError } from '../shared/app-error';
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
 * Takes PDFs into the store, whichever way they come, and opens each once: one that nobody can read must not become
 * a form's value, for the server would take the unit all the same. Errors as of FileStore's imports, and pdf_encrypted,
 * pdf_damaged.
 */
export interface FileIntake {
  /** `name` is shown; by default the file's own. */
  fromPath(path: string, name?: string): Promise<FileRef>;
  fromBytes(bytes: Uint8Array, name: string): Promise<FileRef>;
}

export function createFileIntake({ files, maxBytes, render }: FileIntakeOptions): FileIntake {
  const options = (name: string): ImportOptions => ({ name, maxBytes: maxBytes(), accept: 'pdf' });
  const opened = async (store: FileStore, file: FileRef): Promise<FileRef> => {
    try {
      await render.run({ kind: 'pdf-info', path: store.path(file.$file) });
    } catch (error) {
      // a worker that died says nothing about the file
      if (!(error instanceof AppError) || error.code !== 'worker_failed') throw error;
    }
    return file;
  };
  return {
    async fromPath(path, name = basename(path)) {
      const store = await files();
      return opened(store, await store.importFile(path, options(name)));
    },
    async fromBytes(bytes, name) {
      const store = await files();
      return opened(store, await store.importBytes(bytes, options(name)));
    },
  };
}
