import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileSecretView, SigningKey } from '../../../shared/webhook-operations';
import { SecretInput } from '../secret-input';
import styles from '../webhooks.module.css';

/** A kept secret by its account's id, one that is typed, or none. */
export interface KeyWish {
  choice: string;
  typed: string;
}

const TYPED = 'typed';
const UNSIGNED = 'unsigned';

export function usualKey(secrets: readonly ProfileSecretView[]): KeyWish {
  const kept = secrets.find(({ place }) => place !== 'none');
  return { choice: kept?.profileId ?? TYPED, typed: '' };
}

/** Undefined while the typed secret is missing; null signs nothing. */
export function keyOf({ choice, typed }: KeyWish): SigningKey | null | undefined {
  if (choice === UNSIGNED) return null;
  if (choice !== TYPED) return { kind: 'profile', profileId: choice };
  return typed === '' ? undefined : { kind: 'typed', secret: typed };
}

interface KeyChoiceProps {
  label: string;
  secrets: readonly ProfileSecretView[];
  value: KeyWish;
  /** Whether signing nothing is a choice. */
  unsigned: boolean;
  onChange: (value: KeyWish) => void;
}

export function KeyChoice({ label, secrets, value, unsigned, onChange }: KeyChoiceProps) {
  const { t } = useTranslation();
  const kept = secrets.filter(({ place }) => place !== 'none');
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={label}
        value={value.choice}
        data={[
          ...kept.map(({ profileId, name }) => ({
            value: profileId,
            label: t('webhooks.settings.secretOf', { name }),
          })),
          { value: TYPED, label: t('webhooks.bench.typed') },
          ...(unsigned ? [{ value: UNSIGNED, label: t('webhooks.bench.unsigned') }] : []),
        ]}
        onChange={(event) => {
          onChange({ ...value, choice: event.currentTarget.value });
        }}
      />
      {value.choice === TYPED && (
        <SecretInput
          label={t('webhooks.bench.secret')}
          value={value.typed}
          onChange={(typed) => {
            onChange({ ...value, typed });
          }}
        />
      )}
    </div>
  );
}
