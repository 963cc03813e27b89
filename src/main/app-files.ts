import { extname, join, normalize, sep } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface AppFile {
  path: string;
  mediaType: string;
}

/**
 * The file behind an address of the app scheme, or undefined where there is none: another host, a kind of file
 * that the window has no use for, or a path that would climb out of `root` (`..`, encoded or not, drive letters,
 * backslashes), which is how a page would read the user's files through us.
 */
export function appFileFor(root: string, address: string): AppFile | undefined {
  let url: URL;
  let path: string;
  try {
    url = new URL(address);
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (url.host !== 'app' || /[\\:\0]/.test(path) || path.split('/').includes('..')) return undefined;
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()];
  if (mediaType === undefined) return undefined;
  const file = normalize(join(root, path));
  return file.startsWith(root + sep) ? { path: file, mediaType } : undefined;
}
