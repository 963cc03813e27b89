import type { FileRef } from '../../shared/file-ref';
import { call } from '../api';
import { importFile } from './import-file';
import { makeIntake } from './make-intake';

/** Pictures on their way from a drop, a paste or a dialog into the form. */
export const imageIntake = makeIntake<readonly FileRef[]>((waiting, next) => [...waiting, ...next]);

/** Takes in pictures one after the other; what comes before one that cannot be taken in stays. */
export async function takeImages(files: readonly File[]): Promise<void> {
  for (const file of files) {
    await imageIntake.follow(file.name, async () => [await importFile(file, 'images')]);
    if (imageIntake.use.getState().problem) return;
  }
}

export function chooseImages(): Promise<void> {
  return imageIntake.follow('', () => call('file.choose', { kind: 'images' }));
}
