import { Menu } from '@mantine/core';
import { ChevronDown, FileDown, Languages, ShieldCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '../../shared/i18n/locale';
import type { Mode } from '../../shared/settings';
import { call, useOperation } from '../api';
import { attempt } from '../ui/job-actions';
import { setLocale } from '../ui/preferences';
import { askForProfile } from '../ui/profile-request';
import { useUi } from '../ui-store';
import { Choice } from './choice';
import { KeySample, PictureSample } from './samples';
import styles from './welcome.module.css';

/** The choice is kept: the next start goes straight to work. */
const begin = (mode: Mode, go: () => void): void => {
  attempt(call('mode.set', { mode }).then(go));
};
const enterKey = (): void => {
  begin('live', askForProfile);
};
const openDemo = (): void => {
  begin('demo', () => {
    useUi.getState().go('create');
  });
};

/** 1 and 2 choose, as the signs beside the buttons say. */
function useDigits(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '1') enterKey();
      if (event.key === '2') openDemo();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const current = LOCALES.find((locale) => locale === i18n.language) ?? 'en';
  return (
    <Menu position="top-end" withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className={styles.language}
          aria-label={`${t('welcome.language')}: ${t(`settings.languages.${current}`)}`}
        >
          <Languages size={14} strokeWidth={1.6} aria-hidden />
          <span>{t(`settings.languages.${current}`)}</span>
          <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {LOCALES.map((locale) => (
          <Menu.Item
            key={locale}
            lang={locale}
            onClick={() => {
              attempt(setLocale(locale));
            }}
          >
            {t(`settings.languages.${locale}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export default function WelcomeScreen() {
  const { t, i18n } = useTranslation();
  const { data: vault } = useOperation('vault.status', undefined);
  useDigits();
  return (
    <div className={styles.screen}>
      <div className={styles.middle}>
        <div className={styles.content}>
          <h1 className={styles.title}>{t('welcome.title')}</h1>
          <p className={styles.lead}>{t('welcome.lead')}</p>
          <div className={styles.choices} role="group" aria-label={t('welcome.choose')}>
            <Choice
              digit="1"
              main
              title={t('welcome.keyTitle')}
              text={[t('welcome.keyText'), vault && t(`welcome.keyPlace.${vault.backend}`)]
                .filter(Boolean)
                .join(i18n.language === 'en' ? ' ' : '')}
              action={t('welcome.keyAction')}
              sample={<KeySample place={vault?.kind} />}
              onChoose={enterKey}
            />
            <Choice
              digit="2"
              title={t('welcome.demoTitle')}
              text={t('welcome.demoText')}
              action={t('welcome.demoAction')}
              sample={<PictureSample />}
              onChoose={openDemo}
            />
          </div>
          <p className={styles.hint}>
            <FileDown size={14} strokeWidth={1.6} aria-hidden />
            <span>{t('welcome.dropHint')}</span>
          </p>
        </div>
      </div>
      <footer className={styles.foot}>
        <ShieldCheck size={14} strokeWidth={1.6} aria-hidden />
        <span>
          {vault && `${t(vault.kind === 'keychain' ? 'welcome.vaultAnswers' : 'welcome.vaultSilent')} · `}
          {t('welcome.noTelemetry')}
        </span>
        <LanguageMenu />
      </footer>
    </div>
  );
}
