import type { FileRef } from '../file-ref';

/** Gives every owner a name of its own: the second `page.png` becomes `page-2.png`. */
function distinct(spell: (name: string, number: number) => string): (owner: string, name: string) => string {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  return (owner, name) => {
    const known = names.get(owner);
    if (known !== undefined) return known;
    let free = name;
    for (let number = 2; taken.has(free); number++) free = spell(name, number);
    taken.add(free);
    names.set(owner, free);
    return free;
  };
}

/** The name of a file in the current folder: never a path, whatever the name says. */
export function fileNames(): (file: FileRef) => string {
  const name = distinct((text, number) => text.replace(/(\.[^.]*)?$/, (extension) => `-${number}${extension}`));
  return (file) => {
    const plain = file.name.replace(/[/\\\0]/g, '_').replace(/^\.{1,2}$/, '_');
    return name(file.$file, plain === '' ? 'file' : plain);
  };
}

/** `webhook_secret` and `modelKey` as names of variables. */
function upper(text: string): string {
  const words = text.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return words.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}

/** A variable by the place of its secret. Prefixed where the user chose the word: `PATH` would be a bad name. */
export function variableNames(): (field: string, path: readonly string[]) => string {
  const name = distinct((text, number) => `${text}_${number}`);
  return (field, path) => {
    const first = field === 'environment' ? 'ENV' : upper(field === 'key' ? 'api_key' : field);
    return name(JSON.stringify([field, ...path]), [first, ...path.map((step) => upper(step))].join('_'));
  };
}
