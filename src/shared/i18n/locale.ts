export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language nearest to a system's preference list (BCP 47 tags). Any Chinese gets zh-CN, all else English. */
export function matchLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}

/** Ids have dots, which are separators in catalogue keys. */
export const endpointKey = (id: string): string => id.replaceAll('.', '_');
