/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:$|\.)/i;
const LONGEST = 80;
/** Disks count bytes, most of them to 255; the rest is for a number, the ending, and the mark of a file in the making. */
const LONGEST_BYTES = 200;

/** As many whole characters of a text as fit into so many bytes. */
function cutBytes(text: string, bytes: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += new TextEncoder().encode(character).length;
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}

/** What a name is where a title gives none, or one that a disk refuses. */
export const PLAIN_NAME = 'diagram';

/**
 * A file name to suggest for a result, from its title. The title comes from the user or a server: path parts,
 * control and direction characters, leading dots and what Windows refuses are taken out, so that the name can
 * neither leave the folder nor pretend another type.
 */
export function saveName(title: string, format: string): string {
  const words = title
    .normalize('NFC')
    // half a character is none on a disk
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ')
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '');
  const cut = cutBytes(Array.from(words).slice(0, LONGEST).join(''), LONGEST_BYTES).replace(/[.\s]+$/, '');
  const base = cut === '' || RESERVED.test(cut) ? PLAIN_NAME : cut;
  return `${base}.${format === 'jpeg' ? 'jpg' : format.replace(/[^a-z0-9]/gi, '')}`;
}
