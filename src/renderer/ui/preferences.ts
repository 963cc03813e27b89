import type { MantineColorScheme } from '@mantine/core';
import type { Settings } from '../../shared/settings';
import { call, queryClient } from '../api';
import { changeLocale } from '../i18n';

const SCHEMES: Record<Settings['theme'], MantineColorScheme> = { system: 'auto', light: 'light', dark: 'dark' };

/** Changes settings; the answer is what counts, so the screen never shows what was not kept. Throws AppError. */
export async function patchSettings(patch: Parameters<typeof call<'settings.patch'>>[1]): Promise<Settings> {
  const settings = await call('settings.patch', patch);
  queryClient.setQueryData(['settings.get', undefined], settings);
  return settings;
}

/** At once, in every text of the window. What "as the system" means is main's to say. */
export async function setLocale(locale: Settings['locale']): Promise<void> {
  await patchSettings({ locale });
  const info = await call('app.info', undefined);
  await changeLocale(info.locale);
}

export async function setTheme(
  theme: Settings['theme'],
  setColorScheme: (scheme: MantineColorScheme) => void,
): Promise<void> {
  setColorScheme(SCHEMES[theme]);
  await patchSettings({ theme });
}
