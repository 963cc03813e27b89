import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Shortcut } from '../ui/shortcut';
import { useUi } from '../ui-store';
import { Logo } from './logo';
import { openPalette } from './palette-store';
import { ServerState } from './server-state';
import styles from './shell.module.css';

export function TopBar() {
  const { t } = useTranslation();
  const screen = useUi((state) => state.screen);
  return (
    <header className={styles.topBar}>
      <div className={styles.brand}>
        <Logo />
        <span>Plantain</span>
      </div>
      {screen !== 'welcome' && (
        <>
          <h1 className={styles.heading}>{t(`shell.${screen}`)}</h1>
          <button
            type="button"
            className={`${styles.find} pl-focus`}
            onClick={openPalette}
            aria-keyshortcuts="Control+K"
          >
            <Search size={14} strokeWidth={1.6} aria-hidden />
            <span className="truncate">{t('shell.findOrDo')}</span>
            <Shortcut keys="mod+K" />
          </button>
          <ServerState />
        </>
      )}
    </header>
  );
}
