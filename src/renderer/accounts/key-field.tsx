import { ActionIcon, TextInput } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './accounts.module.css';
import { cleanSecret } from './clean-secret';

interface KeyFieldProps {
  value: string;
  onChange: (value: string) => void;
  help: string;
  error?: string | undefined;
  focus: boolean;
}

/** A key is pasted far more often than typed: what comes along with it is taken off, and that is said. */
export function KeyField({ value, onChange, help, error, focus }: KeyFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const [cleaned, setCleaned] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextInput
      label={t('accounts.key')}
      type={shown ? 'text' : 'password'}
      description={cleaned ? t('accounts.cleaned') : help}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      error={error}
      value={value}
      maxLength={4000}
      autoComplete="off"
      spellCheck={false}
      classNames={{ input: styles.key ?? '' }}
      {...(focus && { 'data-autofocus': true })}
      onChange={(event) => {
        setCleaned(false);
        onChange(event.currentTarget.value);
      }}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text');
        const clean = cleanSecret(pasted);
        if (clean === pasted) return;
        event.preventDefault();
        setCleaned(true);
        onChange(clean);
      }}
      rightSection={
        <ActionIcon
          size={22}
          aria-label={t(shown ? 'accounts.hide' : 'accounts.reveal')}
          aria-pressed={shown}
          onClick={() => {
            setShown(!shown);
          }}
        >
          <Icon size={14} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
      }
    />
  );
}
