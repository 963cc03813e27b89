import { basename } from 'node:path';
import type { FileRef } from '../shared/file-ref';
import type { FileStore, ImportOptions } from './assets/store';

export interface FileIntakeOptions {
  /** The store of the mode that is shown. */
  files(): Promise<FileStore>;
  /** Bytes of the largest file that is taken in. */
  maxBytes(): number;
}

/** Takes PDFs into the store, whichever way they come. Errors as of FileStore's imports. */
export interface FileIntake {
  /** `name` is shown; by default the file's own. */
  fromPath(path: string, name?: string): Promise<FileRef>;
  fromBytes(bytes: Uint8Array, name: string): Promise<FileRef>;
}

export function createFileIntake({ files, maxBytes }: FileIntakeOptions): FileIntake {
  const options = (name: string): ImportOptions => ({ name, maxBytes: maxBytes(), accept: 'pdf' });
  return {
    fromPath: async (path, name = basename(path)) => (await files()).importFile(path, options(name)),
    fromBytes: async (bytes, name) => (await files()).importBytes(bytes, options(name)),
  };
}
