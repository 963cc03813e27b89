import { Button, Checkbox, TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './accounts.module.css';
import { isOpenAddress } from './address';

interface AddressFieldProps {
  value: string;
  /** The provider's own, offered where another stands. */
  usual: string;
  error: string | undefined;
  accepted: boolean;
  onChange: (value: string) => void;
  onAccept: (accepted: boolean) => void;
}

/** A server's address. One that would carry the key in the open is taken only after a warning was read. */
export function AddressField({ value, usual, error, accepted, onChange, onAccept }: AddressFieldProps) {
  const { t } = useTranslation();
  const warning = useId();
  return (
    <>
      <TextInput
        label={t('accounts.address')}
        description={t('accounts.addressHelp')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        maxLength={500}
        spellCheck={false}
        value={value}
        error={error}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      {value !== usual && (
        <Button
          size="compact-xs"
          className={styles.repair ?? ''}
          onClick={() => {
            onChange(usual);
          }}
        >
          {t('accounts.useDefault')}
        </Button>
      )}
      {isOpenAddress(value) && (
        <section className={styles.warning} role="alert" aria-labelledby={warning}>
          <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />
          <div>
            <h3 id={warning}>{t('accounts.insecureTitle')}</h3>
            <p>{t('accounts.insecureText')}</p>
            <Checkbox
              label={t('accounts.insecureAccept')}
              checked={accepted}
              onChange={(event) => {
                onAccept(event.currentTarget.checked);
              }}
            />
          </div>
        </section>
      )}
    </>
  );
}
