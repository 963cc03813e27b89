import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ExportSettings } from '../shared/export-settings';
import type { ExportedFigure } from '../shared/figure-export';
import { asDiskError } from './assets/disk-error';
import { copyAtomically } from './copy-atomically';
import type { ExportedFile, JournalFigure } from './figures/figure-protocol';
import type { Figures } from './figures/figures';
import { asSaveError } from './save-error';

export interface FileExports {
  /** Writes `target` so that it is either what it was or the whole new file, whatever worker, disk or power do. */
  write(figure: JournalFigure, output: ExportSettings, target: string, signal?: AbortSignal): Promise<Written>;
  /** Makes the file and throws it away: what it would be. */
  try(figure: JournalFigure, output: ExportSettings, signal?: AbortSignal): Promise<ExportedFile>;
}

export interface Written {
  file: ExportedFigure;
  made: ExportedFile;
}

/**
 * Files are made in `folder` and copied from there: a worker that was told to stop may still be writing, and what it
 * leaves must lie where the next start clears it away, not beside the user's own files.
 */
export function createFileExports(figures: Pick<Figures, 'export'>, folder: string): FileExports {
  let cleared: Promise<unknown> | undefined;

  async function making<T>(
    { figure, output, signal }: { figure: JournalFigure; output: ExportSettings; signal: AbortSignal | undefined },
    use: (made: ExportedFile, path: string) => Promise<T>,
  ): Promise<T> {
    cleared ??= rm(folder, { recursive: true, force: true });
    const path = join(folder, randomUUID());
    try {
      await cleared;
      await mkdir(folder, { recursive: true });
      return await use(await figures.export(figure, output, path, { signal }), path);
    } catch (error) {
      throw asDiskError(error);
    } finally {
      await rm(path, { force: true });
    }
  }

  return {
    write: (figure, output, target, signal) =>
      making({ figure, output, signal }, async (made, path) => {
        await copyAtomically(path, target).catch((error: unknown) => {
          throw asSaveError(error, target);
        });
        const { bytes, pixels, rasterized, plan } = made;
        const { widthMm, heightMm } = plan;
        return { made, file: { name: basename(target), path: target, bytes, pixels, rasterized, widthMm, heightMm } };
      }),
    try: (figure, output, signal) => making({ figure, output, signal }, (made) => Promise.resolve(made)),
  };
}
