import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { journalFileSchema, mergeJournals, type Journal } from '../../shared/journals';

export interface Journals {
  asOf: string;
  journals: Journal[];
  /** Why the user's own file was left aside, in words for whoever wrote it. */
  problem?: string;
}

/** Presets that came with the program, and the user's own: the same form, in `journals.json` in the data folder. */
export async function readJournals(resourcesFolder: string, dataFolder: string): Promise<Journals> {
  const own = journalFileSchema.parse(JSON.parse(await readFile(join(resourcesFolder, 'journals.json'), 'utf8')));
  const text = await readFile(join(dataFolder, 'journals.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return own;
  try {
    const added = journalFileSchema.parse(JSON.parse(text));
    return { asOf: own.asOf, journals: mergeJournals(own.journals, added.journals) };
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { ...own, problem: problem.replace(/\s+/g, ' ') };
  }
}
