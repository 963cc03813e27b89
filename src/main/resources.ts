import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The program's own files that are no code. */
export interface Resources {
  folder: string;
  /** Absolute path of the sample paper; undefined where the program came without it. */
  samplePdf: string | undefined;
}

/** `appFolder` is the project in development and the archive in a package; Electron's fs reads both. */
export function findResources(appFolder: string): Resources {
  const folder = join(appFolder, 'resources');
  const samples = join(folder, 'sample');
  try {
    const name = readdirSync(samples).find((entry) => entry.endsWith('.pdf'));
    return { folder, samplePdf: name && join(samples, name) };
  } catch {
    return { folder, samplePdf: undefined };
  }
}
