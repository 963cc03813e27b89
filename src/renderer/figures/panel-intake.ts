import type { NewPanel } from './make-figure-store';
import { call } from '../api';
import { importFile } from '../forms/import-file';
import { makeIntake } from '../forms/make-intake';
import { figures } from './figure-store';
import { panelOfFile } from './panel-of';
import { openLast } from './saved-figures';

/** Image files on their way into the figure; what it takes in is put there at once. */
const intake = makeIntake<readonly NewPanel[]>((waiting, next) => [...waiting, ...next]);
export const usePanelIntake = intake.use;
export const forgetIntakeProblem = intake.forgetProblem;

async function add(name: string, take: () => Promise<readonly NewPanel[]>): Promise<void> {
  await openLast();
  await intake.follow(name, take);
  figures.addPanels(intake.collect() ?? []);
}

/** One after the other; what comes before one that cannot be taken in stays. */
export async function takePanels(files: readonly File[]): Promise<void> {
  for (const file of files) {
    await add(file.name, async () => [panelOfFile(await importFile(file, 'panels'))]);
    if (usePanelIntake.getState().problem) return;
  }
}

export function choosePanels(): Promise<void> {
  return add('', async () => (await call('file.choose', { kind: 'panels' })).map(panelOfFile));
}
