import { AppError } from '../../shared/app-error';
import type { FileRef } from '../../shared/file-ref';
import { decodeText } from '../assets/decode-text';
import { readSmall } from '../assets/read-small';
import type { FileStore } from '../assets/store';
import type { Desktop } from '../desktop';
import type { Handlers } from '../dispatch';
import type { RenderQueue } from '../figures/render-queue';
import type { FileIntake } from '../file-intake';

export interface FileHandlersOptions {
  intake: FileIntake;
  /** The store of the mode that is shown. */
  files(): Promise<FileStore>;
  desktop: Pick<Desktop, 'chooseFiles'>;
  render: Pick<RenderQueue, 'run'>;
  /** Absolute path of the sample paper; undefined where the program came without it. */
  samplePdf: string | undefined;
}

type FileHandlers = Pick<Handlers, 'file.import' | 'file.choose' | 'file.sample' | 'file.text' | 'pdf.info'>;

/** Bytes of the largest text that goes to the window. */
const MAX_TEXT_BYTES = 20_000_000;

export function fileHandlers({ intake, files, desktop, render, samplePdf }: FileHandlersOptions): FileHandlers {
  return {
    'file.import': async ({ name, bytes, kind }, path) => {
      if (path !== undefined) return intake.fromPath(path, kind, name);
      if (bytes === undefined) throw new AppError('file_missing');
      return intake.fromBytes(bytes, name, kind);
    },
    'file.choose': async ({ kind }) => {
      const taken: FileRef[] = [];
      // one after the other: each is copied whole
      for (const path of await desktop.chooseFiles(kind)) taken.push(await intake.fromPath(path, kind));
      return taken;
    },
    'file.text': async ({ sha256 }) => ({ text: decodeText(await readSmall(await files(), sha256, MAX_TEXT_BYTES)) }),
    'file.sample': () => {
      if (samplePdf === undefined) throw new AppError('file_missing');
      return intake.fromPath(samplePdf);
    },
    'pdf.info': async ({ sha256 }) => render.run({ kind: 'pdf-info', path: (await files()).path(sha256) }),
  };
}
