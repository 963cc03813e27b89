import { CATALOGUES } from '../shared/i18n/catalogue';
import { type Locale } from '../shared/i18n/locale';

/** Words by key (`main.menu.file`), with values for the holes in them. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/**
 * The catalogue of one language for menus, dialogs and notifications. These need neither plurals nor nesting, and
 * the menu stands before the window: the window's library for texts would cost its start some milliseconds.
 */
export function createTranslate(locale: Locale): Translate {
  return (key, values = {}) => {
    let node: unknown = CATALOGUES[locale];
    for (const part of key.split('.')) node = (node as Record<string, unknown> | undefined)?.[part];
    return typeof node === 'string'
      ? node.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
      : key;
  };
}
