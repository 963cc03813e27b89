import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asDiskError, systemCode } from './assets/disk-error';

/** What a user's first file holds: one journal with everything that can be said of one. */
const EXAMPLE = {
  asOf: '2026',
  journals: [
    {
      id: 'my-journal',
      name: 'My journal',
      page: 'https://example.org/for-authors',
      widths: [
        { id: 'single', mm: 88 },
        { id: 'double', mm: 120, toMm: 180 },
      ],
      maxHeightMm: 230,
      dpi: { least: 300, recommended: 600, most: 1200 },
      formats: ['pdf', 'tiff', 'png', 'jpeg'],
      letters: { style: '(a)', points: 9 },
      text: { leastPoints: 6, mostPoints: 10, fonts: ['Arial'], editable: false },
      colours: ['rgb', 'grey', 'cmyk'],
      transparency: false,
      maxBytes: 20_000_000,
      altTextRequired: false,
    },
  ],
};

/** The path of the user's own presets; the file is made where there is none. */
export async function ownPresets(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'journals.json');
  try {
    await mkdir(dataFolder, { recursive: true });
    await writeFile(path, `${JSON.stringify(EXAMPLE, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    // there already: the user's, with whatever it holds
    if (systemCode(error) !== 'EEXIST') throw asDiskError(error);
  }
  return path;
}
