import { join } from 'node:path';
import { openTypeface } from '../text/typeface';
import type { LabelFonts } from '../text/label-text';

let loading: { folder: string; fonts: Promise<LabelFonts> } | undefined;

/** The server's own font; letters that it lacks come out as boxes, as on the server. */
export function serverFonts(resourcesFolder: string): Promise<LabelFonts> {
  if (loading?.folder !== resourcesFolder)
    loading = {
      folder: resourcesFolder,
      fonts: openTypeface(join(resourcesFolder, 'fonts', 'DejaVuSans-Bold.ttf'), { hinted: true }).then((main) => ({
        main,
        others: [],
      })),
    };
  return loading.fonts;
}
