import { Button } from '@mantine/core';
import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSecretRef } from '../../../shared/secret-ref';
import { call } from '../../api';
import type { ShownKey } from '../../keys/key-record';
import { DialogFoot } from '../../ui/dialog';
import { attempt } from '../../ui/job-actions';
import styles from './handed-out.module.css';
import { revealKey } from './reveal';

interface ShownOnceProps {
  record: ShownKey;
  copied: boolean;
  /** The user wants to go without having copied it. */
  leaving: boolean;
  onCopied: () => void;
  onStay: () => void;
  onLeave: () => void;
}

/** The whole of a new key, for the one time that the server tells it. */
export function ShownOnce({ record, copied, leaving, onCopied, onStay, onLeave }: ShownOnceProps) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<string>();
  const [lost, setLost] = useState(false);
  const { key } = record;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const fetched = isSecretRef(key) ? revealKey(key) : Promise.resolve(key);
    fetched.then(setSecret, () => {
      setLost(true);
    });
  }, [key]);
  useEffect(() => {
    // the form that had the focus is gone
    if (secret !== undefined) button.current?.focus();
  }, [secret]);
  const copy = (): void => {
    if (secret !== undefined) attempt(call('clipboard.write', { text: secret }).then(onCopied));
  };
  const Icon = copied ? Check : Copy;
  return (
    <div className={styles.form}>
      <p className={styles.text}>
        <strong className="lead">{t('keys.shownOnce')}</strong>
        {t('keys.shownOnceText')}
      </p>
      {lost ? (
        <p role="alert">{t('handedOut.cannotShow')}</p>
      ) : (
        <output className={styles.secret} aria-label={t('keys.key')} data-testid="new-key">
          {secret ?? '…'}
        </output>
      )}
      {leaving && (
        <div className={styles.leaving} role="alert">
          <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />
          <p>
            <strong className="lead">{t('handedOut.notCopied')}</strong>
            {t('handedOut.notCopiedText')}
          </p>
        </div>
      )}
      <DialogFoot>
        {leaving ? (
          <>
            <Button c="var(--bad)" onClick={onLeave}>
              {t('handedOut.closeAnyway')}
            </Button>
            <Button onClick={onStay}>{t('handedOut.stay')}</Button>
          </>
        ) : (
          <Button onClick={onLeave}>{t('handedOut.done')}</Button>
        )}
        {!lost && (
          <Button
            variant="filled"
            ref={button}
            disabled={secret === undefined}
            leftSection={<Icon size={14} aria-hidden />}
            onClick={copy}
          >
            {t(copied ? 'handedOut.copiedKey' : 'handedOut.copyKey')}
          </Button>
        )}
      </DialogFoot>
    </div>
  );
}
