import i18next from 'i18next';
import { CATALOGUES, type Locale } from '../shared/i18n/catalogue';

/** Words by key (`main.menu.file`), with values for the holes in them. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The catalogue of one language, for menus, dialogs and notifications. */
export function createTranslate(locale: Locale): Translate {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: 'en',
    resources: { en: { translation: CATALOGUES.en }, 'zh-CN': { translation: CATALOGUES['zh-CN'] } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // keys are put together here and there (`main.menu.` + screen), which the typed `t` of the window does not take
  const t = instance.t as (key: string, values: object) => string;
  return (key, values = {}) => t(key, values);
}
