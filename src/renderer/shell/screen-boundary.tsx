import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

function Crash() {
  const { t } = useTranslation();
  return (
    <div className={styles.crash} role="alert">
      <h2>{t('shell.crashed')}</h2>
      <p className="secondary">{t('shell.crashedMore')}</p>
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('shell.reload')}
      </Button>
    </div>
  );
}

/** A screen that throws while rendering takes neither the rail nor the jobs with it. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Crash /> : this.props.children;
  }
}
