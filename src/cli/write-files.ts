import { createReadStream, createWriteStream, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemCode } from '../main/assets/disk-error';
import { makeFolder } from '../main/assets/make-folder';
import { PLAIN_NAME, saveName } from '../main/save-name';
import type { Translate } from '../main/translate';
import { AppError } from '../shared/app-error';
import { BadCall } from './bad-call';

export interface Result {
  /** Absolute path in the store. */
  stored: string;
  format: string;
}

/**
 * Makes the folder and writes into it, before anything is sent that costs: afterwards it would be too late to ask for
 * another one. Throws BadCall.
 */
export function prepareFolder(folder: string): void {
  const trial = join(folder, `.plantain-${process.pid}.part`);
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    writeFileSync(trial, '', { flag: 'wx' });
    rmSync(trial);
  } catch (error) {
    throw new BadCall('outFolder', { folder, reason: systemCode(error) ?? String(error) });
  }
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
    for (const { stored, format } of results) paths.push(await copyInto(folder, { title, stored, format }));
    return paths;
  } catch (error) {
    const code = systemCode(error) ?? '';
    const detail = t('cli.error.outNotWritten', { folder, reason: code });
    throw new AppError(code === 'ENOSPC' ? 'disk_full' : 'disk_error', { detail }, { cause: error });
  }
}

/** What disks answer to a name that they do not take: too long for them, or with letters that they do not know. */
const REFUSED_NAME: ReadonlySet<string> = new Set(['ENAMETOOLONG', 'EINVAL', 'EILSEQ']);

async function copyInto(folder: string, { title, stored, format }: Result & { title: string }): Promise<string> {
  try {
    return await copyBeside(stored, join(folder, saveName(title, format)));
  } catch (error) {
    if (!REFUSED_NAME.has(systemCode(error) ?? '')) throw error;
    return copyBeside(stored, join(folder, saveName(PLAIN_NAME, format)));
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
      if (systemCode(error) === 'EEXIST') continue;
      // half a picture under its final name would pass for the whole
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    }
  }
}
