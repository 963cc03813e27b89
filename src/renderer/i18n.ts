import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { CATALOGUES, type Locale } from '../shared/i18n/catalogue';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: (typeof CATALOGUES)['en'] };
    returnNull: false;
  }
}

/** Synchronous: the first paint is already in the user's language. */
export function startI18n(locale: Locale): void {
  void i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    resources: { en: { translation: CATALOGUES.en }, 'zh-CN': { translation: CATALOGUES['zh-CN'] } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = locale;
}

export function changeLocale(locale: Locale): void {
  void i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/**
 * The text of a key that is put together at run time (an error's code, a field's name), or undefined where
 * the catalogue has none. A test walks all such keys.
 */
export function lookUp(key: string, params: Record<string, string | number> = {}): string | undefined {
  return i18next.exists(key) ? (i18next.t as (key: string, params: object) => string)(key, params) : undefined;
}
