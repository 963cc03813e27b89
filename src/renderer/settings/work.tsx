import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../shared/settings';
import { attempt } from '../ui/job-actions';
import { NumberField } from '../ui/number-field';
import { patchSettings } from '../ui/preferences';
import styles from './settings.module.css';

const LEAST = 1;
const MOST = 500;

export function Work({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | string>(settings.maxFileMegabytes);
  const valid = typeof typed === 'number' && Number.isInteger(typed) && typed >= LEAST && typed <= MOST;
  const keep = (): void => {
    if (valid && typed !== settings.maxFileMegabytes) attempt(patchSettings({ maxFileMegabytes: typed }));
  };
  return (
    <>
      <Switch
        label={t('settings.notifications')}
        description={t('settings.notificationsHelp')}
        checked={settings.notifications}
        onChange={(event) => {
          attempt(patchSettings({ notifications: event.currentTarget.checked }));
        }}
      />
      <NumberField
        label={t('settings.largestFile')}
        description={t('settings.largestFileHelp')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        classNames={{ input: styles.number ?? '' }}
        min={LEAST}
        max={MOST}
        value={typed}
        error={valid ? undefined : t('settings.largestFileRange')}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </>
  );
}
