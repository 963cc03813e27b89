/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 80;

/**
 * A file name to suggest for a result, from its title. The title comes from the user or a server: path parts,
 * control and direction characters, leading dots and what Windows refuses are taken out, so that the name can
 * neither leave the folder nor pretend another type.
 */
export function saveName(title: string, format: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '');
  const cut = Array.from(words)
    .slice(0, LONGEST)
    .join('')
    .replace(/[.\s]+$/, '');
  const base = cut === '' || RESERVED.test(cut) ? 'diagram' : cut;
  return `${base}.${format === 'jpeg' ? 'jpg' : format.replace(/[^a-z0-9]/gi, '')}`;
}
