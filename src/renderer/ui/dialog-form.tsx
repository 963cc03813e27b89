import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppErrorData } from '../../shared/app-error';
import { DialogFoot } from './dialog';
import styles from './dialog.module.css';
import { Problem } from './problem';

interface DialogFormProps {
  /** The verb on the button. */
  yes: string;
  danger?: boolean;
  busy: boolean;
  /** There is something to send, and all was read that has to be. */
  ready?: boolean;
  /** Why it can't be sent yet, where no field says so. */
  note?: string | false;
  /** What went wrong beyond the fields, and what may be pressed about it. */
  problem: AppErrorData | undefined;
  repair?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** What a dialog asks for. What went wrong is scrolled into sight, the buttons always are. */
export function DialogForm(props: DialogFormProps) {
  const { yes, danger = false, busy, ready = true, note, problem, repair, onSubmit, onClose, children } = props;
  const { t } = useTranslation();
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    told.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit();
      }}
    >
      {children}
      {problem && (
        <div ref={told} className={styles.told}>
          <Problem error={problem} actions={repair} />
        </div>
      )}
      <DialogFoot>
        {note && <span className="secondary">{note}</span>}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          type="submit"
          variant={danger ? 'default' : 'filled'}
          {...(danger && ready && { c: 'var(--bad)' })}
          disabled={!ready || busy}
        >
          {yes}
        </Button>
      </DialogFoot>
    </form>
  );
}
