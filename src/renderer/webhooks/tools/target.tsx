import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLoopbackUrl } from '../../../shared/loopback';
import type { WebhookState } from '../../../shared/webhook-operations';
import { hooksUrl } from '../../ui/hooks-url';
import styles from '../webhooks.module.css';

interface TargetProps {
  state: WebhookState;
  value: string;
  error: string | undefined;
  onChange: (url: string) => void;
}

/** Where a delivery goes: this computer, unless something else is written. */
export function Target({ state, value, error, onChange }: TargetProps) {
  const { t } = useTranslation();
  const own = hooksUrl(state);
  const outside = /^https?:\/\/[^/]/.test(value) && !isLoopbackUrl(value);
  return (
    <div className={styles.target}>
      <TextInput
        type="url"
        label={t('webhooks.bench.to')}
        description={outside ? t('webhooks.bench.outside') : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={value}
        error={error}
        maxLength={2000}
        spellCheck={false}
        data-autofocus
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      {value !== own && (
        <Button
          onClick={() => {
            onChange(own);
          }}
        >
          {t('webhooks.bench.useListener')}
        </Button>
      )}
    </div>
  );
}
