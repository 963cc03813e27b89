import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Eye, EyeOff, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withDescription } from '../../ui/described';
import { isSecretRef } from '../../../shared/secret-ref';
import { asText, textOrNothing, type WidgetProps } from '../widget';
import styles from './secret.module.css';

/** A secret that is typed, hidden unless asked for; or one that main holds, of which only a hint is known here. */
export default function SecretWidget({
  field,
  id,
  label,
  value,
  onChange,
  onBlur,
  focusRef,
  invalid,
  describedBy,
}: WidgetProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  if (isSecretRef(value))
    return (
      <div className={styles.held} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        <KeyRound size={14} strokeWidth={1.6} aria-hidden />
        <span className="mono">{value.hint}</span>
        <Button
          id={id}
          ref={focusRef}
          variant="subtle"
          size="compact-xs"
          aria-label={t('create.replaceLabel', { name: label })}
          onClick={() => {
            onChange(undefined);
          }}
        >
          {t('create.replace')}
        </Button>
      </div>
    );
  const Icon = shown ? EyeOff : Eye;
  const text = asText(value);
  return (
    <TextInput
      id={id}
      ref={focusRef}
      value={text}
      onChange={(event) => {
        onChange(textOrNothing(event.currentTarget.value));
      }}
      onBlur={onBlur}
      error={invalid}
      type={shown ? 'text' : 'password'}
      classNames={{ input: styles.input ?? '' }}
      autoComplete="off"
      spellCheck={false}
      aria-required={field.required || undefined}
      inputContainer={withDescription(describedBy)}
      aria-invalid={invalid || undefined}
      rightSection={
        <ActionIcon
          size={24}
          aria-label={t(shown ? 'forms.hideText' : 'forms.showText')}
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
