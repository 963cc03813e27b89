import { join } from 'node:path';
import { app, BrowserWindow, dialog, shell } from 'electron';
import type { AppErrorData } from '../shared/app-error';
import type { FileKind } from '../shared/contract';
import { copyPicture, copyText } from './clipboard';
import type { Translate } from './translate';

/** What the handlers want of the system's desktop; tests put a record of calls in its place. */
export interface Desktop {
  /** The paths of the files the user chose; none where they thought better of it. Several only for images and panels. */
  chooseFiles(kind: FileKind): Promise<readonly string[]>;
  /** A path to write to; the dialog has asked about overwriting. */
  chooseSaveTarget(suggestedName: string, format: string): Promise<string | undefined>;
  /** A folder to write into. */
  chooseFolder(): Promise<string | undefined>;
  /** Says by a message box what went wrong and what to do next. */
  tellProblem(error: AppErrorData): Promise<void>;
  reveal(path: string): void;
  openInBrowser(url: string): Promise<void>;
  copyText(text: string): Promise<void>;
  /** False where the bytes are no picture that the clipboard takes. */
  copyPicture(bytes: Buffer): Promise<boolean>;
}

const CHOICES = {
  pdf: { title: 'main.dialog.choosePdf', filter: 'main.dialog.pdfFiles', extensions: ['pdf'] },
  images: {
    title: 'main.dialog.chooseImages',
    filter: 'main.dialog.imageFiles',
    extensions: ['png', 'jpg', 'jpeg', 'webp'],
  },
  panels: {
    title: 'main.dialog.chooseImages',
    filter: 'main.dialog.imageFiles',
    extensions: ['png', 'jpg', 'jpeg', 'webp', 'gif', 'svg'],
  },
  table: {
    title: 'main.dialog.chooseTable',
    filter: 'main.dialog.tableFiles',
    extensions: ['csv', 'tsv', 'json', 'txt'],
  },
} as const satisfies Record<FileKind, unknown>;

export function createDesktop(translate: () => Translate): Desktop {
  const window = () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  return {
    async chooseFiles(kind) {
      const t = translate();
      const { title, filter, extensions } = CHOICES[kind];
      const options = {
        title: t(title),
        buttonLabel: t('main.dialog.choose'),
        properties: [
          'openFile' as const,
          ...(kind === 'images' || kind === 'panels' ? ['multiSelections' as const] : []),
        ],
        filters: [{ name: t(filter), extensions: [...extensions] }],
      };
      const owner = window();
      const chosen = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      return chosen.canceled ? [] : chosen.filePaths;
    },
    async chooseSaveTarget(suggestedName, format) {
      const t = translate();
      const options = {
        title: t('main.dialog.savePicture'),
        buttonLabel: t('main.dialog.save'),
        defaultPath: join(app.getPath('downloads'), suggestedName),
        filters: [
          {
            name: t('main.dialog.files', { format: format.toUpperCase() }),
            extensions: format === 'jpeg' ? ['jpg', 'jpeg'] : [format],
          },
        ],
      };
      const owner = window();
      const chosen = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options));
      return chosen.canceled ? undefined : chosen.filePath;
    },
    async chooseFolder() {
      const t = translate();
      const options = {
        title: t('main.dialog.chooseFolder'),
        buttonLabel: t('main.dialog.choose'),
        defaultPath: app.getPath('downloads'),
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const owner = window();
      const chosen = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      return chosen.canceled ? undefined : chosen.filePaths[0];
    },
    async tellProblem({ code, params }) {
      const t = translate();
      const detail = ['happened', 'next'].map((part) => t(`errors.${code}.${part}`, params)).join(' ');
      await dialog.showMessageBox({ type: 'warning', message: t(`errors.${code}.title`, params), detail });
    },
    reveal: (path) => {
      shell.showItemInFolder(path);
    },
    openInBrowser: (url) => shell.openExternal(url),
    copyText,
    copyPicture,
  };
}
