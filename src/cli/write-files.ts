import { createReadStream, createWriteStream } from 'node:fs';
import { join, parse } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '../main/assets/make-folder';
import { saveName } from '../main/save-name';
import type { Translate } from '../main/translate';
import { AppError } from '../shared/app-error';

export interface Result {
  /** Absolute path in the store. */
  stored: string;
  format: string;
}

/** Copies results into a folder, named after their title, and never over what is there. Gives the paths. */
export async function writeFiles(
  folder: string,
  title: string,
  results: readonly Result[],
  t: Translate,
): Promise<string[]> {
  try {
    makeFolder(folder);
    const paths: string[] = [];
    for (const { stored, format } of results)
      paths.push(await copyBeside(stored, join(folder, saveName(title, format))));
    return paths;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const detail = t('cli.error.outNotWritten', { folder, reason: code });
    throw new AppError(code === 'ENOSPC' ? 'disk_full' : 'disk_error', { detail }, { cause: error });
  }
}

/** `name.png`, else `name 2.png`, and so on. */
async function copyBeside(from: string, wish: string): Promise<string> {
  const { dir, name, ext } = parse(wish);
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wish : join(dir, `${name} ${number}${ext}`);
    try {
      // written anew: a copy would keep that the store's files are for their owner's eyes only
      await pipeline(createReadStream(from), createWriteStream(path, { flags: 'wx' }));
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
