import { stat } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** A path in the folder under which nothing lies yet: nobody was asked about overwriting. */
export async function freeName(folder: string, name: string): Promise<string> {
  const { name: base, ext } = parse(name);
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${base} (${count})${ext}`);
    const taken = await stat(path).then(
      () => true,
      () => false,
    );
    if (!taken) return path;
  }
}
