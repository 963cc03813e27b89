import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../shared/i18n/locale';
import { en } from '../shared/i18n/en/all';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
  }
}

/** English comes with the window: it stands in for what another language lacks. The others come when they are spoken. */
async function load(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'translation')) return;
  const { zhCN } = await import('../shared/i18n/zh-CN/all');
  i18next.addResourceBundle(locale, 'translation', zhCN);
}

/** Resolved when the first paint can be in the user's language. */
export async function startI18n(locale: Locale): Promise<void> {
  void i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  await load(locale);
  document.documentElement.lang = locale;
}

export async function changeLocale(locale: Locale): Promise<void> {
  await load(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/**
 * The text of a key that is put together at run time (an error's code, a field's name), or undefined where
 * the catalogue has none. A test walks all such keys.
 */
export function lookUp(key: string, params: Record<string, string | number> = {}): string | undefined {
  return i18next.exists(key, params) ? (i18next.t as (key: string, params: object) => string)(key, params) : undefined;
}
