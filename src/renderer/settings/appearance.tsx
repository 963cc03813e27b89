import { SegmentedControl, Select, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localeSettingSchema, themeSettingSchema, type Settings } from '../../shared/settings';
import { attempt } from '../ui/job-actions';
import { setLocale, setTheme } from '../ui/preferences';
import styles from './settings.module.css';

/** Both apply at once. Languages are named in themselves, so that the way back can be read. */
export function Appearance({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Select
        label={t('settings.language')}
        className={styles.control ?? ''}
        data={localeSettingSchema.options.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
        value={settings.locale}
        allowDeselect={false}
        onChange={(value) => {
          if (value) attempt(setLocale(value));
        }}
      />
      <div>
        <p className={styles.label} id="theme-label">
          {t('settings.theme')}
        </p>
        <SegmentedControl
          aria-labelledby="theme-label"
          value={settings.theme}
          onChange={(value) => {
            attempt(setTheme(value, setColorScheme));
          }}
          data={themeSettingSchema.options.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        />
        <p className={styles.help}>{t('settings.themeHelp')}</p>
      </div>
    </>
  );
}
