import { ActionIcon, Tooltip } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSecretRef, type SecretRef } from '../../shared/secret-ref';
import { CopyButton } from '../ui/copy-button';
import { attempt } from '../ui/job-actions';
import { useElapsed } from '../ui/use-elapsed';
import { keyHint } from './key-record';
import styles from './keys.module.css';

/** A key on the screen is a key in every photograph of it. */
const SHOWN_MS = 20_000;

interface KeyHintProps {
  value: string | SecretRef;
  /** Whose key it is, for the buttons' names. */
  name: string;
  /** Asks main for the secret behind the handle; without it there is nothing to reveal. */
  reveal?: ((ref: SecretRef) => Promise<string>) | undefined;
}

/** A key by its first letters and last four; the whole of it for 20 s, on demand. */
export function KeyHint({ value, name, reveal }: KeyHintProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<{ secret: string; since: number }>();
  const elapsed = useElapsed(shown?.since);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = window.setTimeout(() => {
      setShown(undefined);
    }, SHOWN_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [shown]);
  const ref = isSecretRef(value) ? value : undefined;
  const show = (): void => {
    if (!ref || !reveal) return;
    attempt(
      reveal(ref).then((secret) => {
        setShown({ secret, since: Date.now() });
      }),
    );
  };
  const secondsLeft = Math.max(0, Math.ceil((SHOWN_MS - elapsed) / 1000));
  const label = shown ? t('keys.hide') : t('keys.reveal', { name, seconds: SHOWN_MS / 1000 });
  const Icon = shown ? EyeOff : Eye;
  return (
    <span className={styles.keyHint} data-open={shown ? '' : undefined}>
      <span className={`mono ${shown ? styles.secret : ''}`} data-testid="key">
        {shown ? shown.secret : keyHint(value)}
      </span>
      {ref && reveal && (
        <Tooltip label={label}>
          <ActionIcon
            size={24}
            aria-label={label}
            onClick={
              shown
                ? () => {
                    setShown(undefined);
                  }
                : show
            }
          >
            <Icon size={14} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {shown && (
        <>
          <CopyButton text={shown.secret} name={t('keys.copy', { name })} />
          {/* for the eye: read aloud every second it would drown everything else */}
          <span className={`meta number ${styles.hidesIn}`} aria-hidden>
            {t('keys.hidesIn', { seconds: secondsLeft })}
          </span>
        </>
      )}
    </span>
  );
}
