import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where systems keep fonts. */
function fontFolders(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library/Fonts')];
    case 'win32':
      return [
        join(env['SystemRoot'] ?? 'C:\\Windows', 'Fonts'),
        join(env['LOCALAPPDATA'] ?? homedir(), 'Microsoft/Windows/Fonts'),
      ];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(homedir(), '.local/share/fonts'),
        join(homedir(), '.fonts'),
      ];
  }
}

/** Fonts with many scripts, as each system names their files; bold before regular, for labels are bold. */
const WANTED = [
  /^NotoSans(?:CJK|SC|JP|KR|TC)[\w-]*-Bold\.(?:ttc|otf|ttf)$/i,
  /^NotoSans(?:CJK|SC|JP|KR|TC)[\w-]*-Regular\.(?:ttc|otf|ttf)$/i,
  /^SourceHanSans\w*-(?:Bold|Regular)\.(?:ttc|otf)$/i,
  /^(?:PingFang|Hiragino Sans GB|STHeiti Medium)\.ttc$/i,
  /^(?:msyhbd|msyh|simhei)\.tt[cf]$/i,
  /^(?:wqy-zenhei|wqy-microhei|DroidSansFallback\w*|uming|ukai)\.tt[cf]$/i,
  /^NotoSans-Bold\.ttf$/i,
  /^(?:Arial Unicode|arialuni)\.ttf$/i,
];

const MOST_FONTS = 3;
const DEEPEST = 5;

/** Files of fonts that have what DejaVu lacks, best first. Empty where the system has none. */
export async function findFallbackFonts(
  folders: readonly string[] = fontFolders(process.platform, process.env),
): Promise<string[]> {
  const files = (await Promise.all(folders.map((folder) => filesBelow(folder, DEEPEST)))).flat();
  return WANTED.flatMap((name) => files.filter((file) => name.test(file.name)))
    .map(({ folder, name }) => join(folder, name))
    .slice(0, MOST_FONTS);
}

async function filesBelow(folder: string, depth: number): Promise<{ folder: string; name: string }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = entries
    .filter((entry) => entry.isDirectory() && depth > 0)
    .map((entry) => filesBelow(join(folder, entry.name), depth - 1));
  const own = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => ({ folder, name }));
  return [...own.sort((a, b) => a.name.localeCompare(b.name)), ...(await Promise.all(below)).flat()];
}
