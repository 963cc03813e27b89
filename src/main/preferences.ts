import { app, nativeTheme } from 'electron';
import type { Locale } from '../shared/i18n/locale';
import type { Settings } from '../shared/settings';
import { resolveLocale } from './launch';
import { createTranslate, type Translate } from './translate';

export interface Preferences {
  locale(settings: Settings): Locale;
  translate(): Translate;
  /** Brings language and theme in line with the settings. */
  apply(settings: Settings): void;
}

/** `first` is the language that the menu has already; `onLocale` is called with every other. */
export function createPreferences(first: Locale, onLocale: (t: Translate) => void): Preferences {
  let locale = first;
  let t = createTranslate(first);
  const localeOf = (settings: Settings): Locale => resolveLocale(settings.locale, app.getPreferredSystemLanguages());
  return {
    locale: localeOf,
    translate: () => t,
    apply(settings) {
      nativeTheme.themeSource = settings.theme;
      const wished = localeOf(settings);
      if (wished === locale) return;
      locale = wished;
      t = createTranslate(wished);
      onLocale(t);
    },
  };
}
