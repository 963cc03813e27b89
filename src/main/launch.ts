import { readFileSync } from 'node:fs';
import { LOCALES, matchLocale, type Locale } from '../shared/i18n/locale';

/** What the first paint needs to know; the page gets it in its address. */
export interface Launch {
  locale: Locale;
  mode: 'live' | 'demo';
  theme: 'system' | 'light' | 'dark';
  /** No mode chosen yet: the welcome screen opens. */
  first: boolean;
}

/**
 * Reads the few settings of the first paint straight from the file: the checked store (and its libraries) loads
 * while the page does. What is missing or odd reads as its default, as the store will decide too.
 */
export function readLaunch(settingsFile: string, argv: readonly string[], systemLanguages: readonly string[]): Launch {
  const stored = readJson(settingsFile);
  const demo = argv.includes('--demo');
  const mode = stored['mode'] === 'live' || stored['mode'] === 'demo' ? stored['mode'] : undefined;
  const theme = stored['theme'];
  return {
    locale: resolveLocale(stored['locale'], systemLanguages),
    mode: demo ? 'demo' : (mode ?? 'live'),
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    first: !demo && mode === undefined,
  };
}

/** The language to speak: the one that is set, else the nearest to the system's. */
export function resolveLocale(setting: unknown, systemLanguages: readonly string[]): Locale {
  return LOCALES.find((locale) => locale === setting) ?? matchLocale(systemLanguages);
}

function readJson(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
