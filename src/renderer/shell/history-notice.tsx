import { ActionIcon, Button } from '@mantine/core';
import { TriangleAlert, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationOutput } from '../../shared/contract';
import { call, useOperation } from '../api';
import { CopyButton } from '../ui/copy-button';
import { attempt } from '../ui/job-actions';
import { useUi } from '../ui-store';
import styles from './history-notice.module.css';

type Rescued = OperationOutput<'app.info'>['rescued'];

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

function Damaged({ file, rescued }: { file: string | null; rescued: Rescued }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<string | null>();
  if (seen === file) return null;
  return (
    <Strip
      title={t(rescued ? 'shell.history.rescuedTitle' : 'shell.history.damagedTitle', { count: rescued?.jobs ?? 0 })}
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
      <p>
        {rescued
          ? rescued.remains === 0
            ? t('shell.history.rescuedText')
            : t('shell.history.rescuedRemains', { count: rescued.remains })
          : t('shell.history.damagedText')}
      </p>
      {file !== null && (
        <p className={styles.file}>
          <span>{t('shell.history.keptAs')}</span>
          <span className="mono" title={file}>
            {file}
          </span>
          <CopyButton text={file} name={t('shell.history.copyPath')} />
        </p>
      )}
      {!rescued && file !== null && <MendButtons how={['rescue']} />}
    </Strip>
  );
}

function MendButtons({ how }: { how: readonly ('rescue' | 'anew')[] }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  return (
    <div className={styles.actions}>
      {how.map((way) => (
        <Button
          key={way}
          variant={way === 'rescue' ? 'filled' : 'default'}
          loading={busy && way === 'rescue'}
          disabled={busy}
          onClick={() => {
            setBusy(true);
            attempt(
              call('history.mend', { how: way }).finally(() => {
                setBusy(false);
              }),
            );
          }}
        >
          {t(`shell.history.${way}`)}
        </Button>
      ))}
    </div>
  );
}

function Harmed() {
  const { t } = useTranslation();
  return (
    <Strip title={t('shell.history.harmedTitle')} end={null}>
      <p>{t('shell.history.harmedText')}</p>
      <MendButtons how={['rescue', 'anew']} />
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
    case 'rescued':
      return <Damaged file={data.damagedFile} rescued={data.rescued} />;
    case 'harmed':
      return <Harmed />;
    case 'too_new':
      return <TooNew />;
    default:
      return null;
  }
}
