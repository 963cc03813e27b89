import { ActionIcon, Button } from '@mantine/core';
import { TriangleAlert, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOperation } from '../api';
import { CopyButton } from '../ui/copy-button';
import { attempt } from '../ui/job-actions';
import { useUi } from '../ui-store';
import styles from './history-notice.module.css';

interface StripProps {
  title: string;
  children: ReactNode;
  end: ReactNode;
}

function Strip({ title, children, end }: StripProps) {
  return (
    <section className={styles.strip} role="alert">
      <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        {children}
      </div>
      {end}
    </section>
  );
}

function Damaged({ file }: { file: string | null }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<string | null>();
  if (seen === file) return null;
  return (
    <Strip
      title={t('shell.history.damagedTitle')}
      end={
        <ActionIcon
          size={24}
          aria-label={t('common.close')}
          onClick={() => {
            setSeen(file);
          }}
        >
          <X size={14} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
      }
    >
      <p>{t('shell.history.damagedText')}</p>
      {file !== null && (
        <p className={styles.file}>
          <span>{t('shell.history.keptAs')}</span>
          <span className="mono" title={file}>
            {file}
          </span>
          <CopyButton text={file} name={t('shell.history.copyPath')} />
        </p>
      )}
    </Strip>
  );
}

function TooNew() {
  const { t } = useTranslation();
  const mode = useUi((state) => state.mode);
  return (
    <Strip
      title={t('errors.history_too_new.title')}
      end={
        mode === 'live' && (
          <Button
            onClick={() => {
              attempt(call('mode.set', { mode: 'demo' }));
            }}
          >
            {t('shell.openDemo')}
          </Button>
        )
      }
    >
      <p>{t('errors.history_too_new.happened')}</p>
      <p>{t(`shell.history.tooNew.${mode}`)}</p>
    </Strip>
  );
}

/** Above every screen: a history that could not be opened as it was, and what to do about it. */
export default function HistoryNotice() {
  const { data } = useOperation('app.info', undefined);
  switch (data?.history) {
    case 'damaged':
      return <Damaged file={data.damagedFile} />;
    case 'too_new':
      return <TooNew />;
    default:
      return null;
  }
}
