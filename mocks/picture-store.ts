import type { Picture } from './handlers/context';
import type { Task } from './job-simulator';

/** Pictures kept ready; any other is drawn again, and comes out the same. */
const KEPT = 6;

/** Draws a task's picture once for all who ask at the same time, and keeps the last few. */
export function createPictureStore(draw: (task: Task) => Promise<Picture>) {
  const pictures = new Map<string, Promise<Picture>>();

  function pictureOf(task: Task): Promise<Picture> {
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
