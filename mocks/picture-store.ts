import type { Yield } from './draw-work';

/** Results kept ready; any other is made again, and comes out the same. */
const KEPT = 6;

/** Makes a task's result once for all who ask at the same time, and keeps the last few. */
export function createPictureStore<T extends { id: string }>(draw: (task: T) => Promise<Yield>) {
  const pictures = new Map<string, Promise<Yield>>();

  function pictureOf(task: T): Promise<Yield> {
    const known = pictures.get(task.id);
    if (known) return known;
    const drawn = draw(task);
    pictures.set(task.id, drawn);
    // a failed drawing is not kept: the next question may find the rasteriser well again
    drawn.catch(() => pictures.delete(task.id));
    for (const old of [...pictures.keys()].slice(0, Math.max(0, pictures.size - KEPT))) pictures.delete(old);
    return drawn;
  }

  return { pictureOf, clear: () => pictures.clear() };
}
