import { AppError } from '../../shared/app-error';
import type { FileStore } from '../assets/store';
import type { Desktop } from '../desktop';
import type { Handlers } from '../dispatch';
import type { RenderQueue } from '../figures/render-queue';
import type { FileIntake } from '../file-intake';

export interface FileHandlersOptions {
  intake: FileIntake;
  /** The store of the mode that is shown. */
  files(): Promise<FileStore>;
  desktop: Pick<Desktop, 'choosePdf'>;
  render: Pick<RenderQueue, 'run'>;
  /** Absolute path of the sample paper; undefined where the program came without it. */
  samplePdf: string | undefined;
}

type FileHandlers = Pick<Handlers, 'file.import' | 'file.choose' | 'file.sample' | 'pdf.info'>;

export function fileHandlers({ intake, files, desktop, render, samplePdf }: FileHandlersOptions): FileHandlers {
  return {
    'file.import': async ({ name, bytes }, path) => {
      if (path !== undefined) return intake.fromPath(path, name);
      if (bytes === undefined) throw new AppError('file_missing');
      return intake.fromBytes(bytes, name);
    },
    'file.choose': async () => {
      const path = await desktop.choosePdf();
      return path === undefined ? null : intake.fromPath(path);
    },
    'file.sample': () => {
      if (samplePdf === undefined) throw new AppError('file_missing');
      return intake.fromPath(samplePdf);
    },
    'pdf.info': async ({ sha256 }) => render.run({ kind: 'pdf-info', path: (await files()).path(sha256) }),
  };
}
