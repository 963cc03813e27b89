import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppErrorData, type AppErrorData, type Issue } from '../../shared/app-error';
import type { ProfileView, VaultStatus } from '../../shared/contract';
import { DEFAULT_BASE_URLS, type ProviderId } from '../../shared/settings';
import { issueText } from '../forms/words';
import { Problem } from '../ui/problem';
import { toastNote } from '../ui/toast';
import styles from './accounts.module.css';
import { KeyField } from './key-field';
import { saveKey, saveProfile, type ProfileValues } from './save-profile';

interface ProfileFormProps {
  kind: 'add' | 'edit' | 'key';
  profile?: ProfileView | undefined;
  providers: readonly ProviderId[];
  vault: VaultStatus;
  onClose: () => void;
}

const missing = (field: string): Issue => ({ field, code: 'required' });

/** Name, server and key of a profile; which of them are asked for depends on what the user set out to do. */
export function ProfileForm({ kind, profile, providers, vault, onClose }: ProfileFormProps) {
  const { t } = useTranslation();
  const [known, setKnown] = useState(profile);
  const [values, setValues] = useState<ProfileValues>(() => {
    const provider = profile?.provider ?? providers[0] ?? 'paperbanana';
    return {
      provider,
      name: profile?.name ?? '',
      baseUrl: profile?.baseUrl ?? DEFAULT_BASE_URLS[provider],
      secret: '',
      keep: vault.kind,
    };
  });
  const [error, setError] = useState<AppErrorData>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<ProfileValues>): void => {
    setValues((before) => ({ ...before, ...part }));
  };
  const problem = (field: string): string | undefined => {
    const issue = error?.issues?.find((one) => one.field === field);
    return issue && issueText(issue);
  };

  const save = async (): Promise<void> => {
    const issues = [
      ...(kind !== 'key' && values.name.trim() === '' ? [missing('name')] : []),
      ...(kind === 'key' && values.secret.trim() === '' ? [missing('secret')] : []),
    ];
    if (issues.length > 0) {
      setError({ code: 'invalid_input', retryable: false, spent: 'no', issues });
      return;
    }
    setBusy(true);
    try {
      const saved =
        kind === 'key' && profile
          ? await saveKey(profile, values.secret, values.keep)
          : await saveProfile(values, known, setKnown);
      if (values.secret !== '')
        toastNote(
          t(values.keep === 'keychain' ? 'accounts.keyStored' : 'accounts.keyStoredSession', { name: saved.name }),
        );
      onClose();
    } catch (caught) {
      setError(toAppErrorData(caught));
      setBusy(false);
    }
  };

  const isDefault = values.baseUrl === DEFAULT_BASE_URLS[values.provider];
  const fieldsMarked = error?.code === 'invalid_input' && (error.issues?.length ?? 0) > 0;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {kind === 'add' && providers.length > 1 && (
        <Select
          label={t('accounts.provider')}
          data={providers.map((value) => ({ value, label: t(`providers.${value}.name`) }))}
          value={values.provider}
          allowDeselect={false}
          onChange={(provider) => {
            if (provider) change({ provider, baseUrl: DEFAULT_BASE_URLS[provider] });
          }}
        />
      )}
      {kind !== 'key' && (
        <>
          <TextInput
            label={t('accounts.name')}
            description={t('accounts.nameHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            maxLength={80}
            value={values.name}
            error={problem('name')}
            data-autofocus
            onChange={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
          <TextInput
            label={t('accounts.address')}
            description={t('accounts.addressHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            maxLength={500}
            spellCheck={false}
            value={values.baseUrl}
            error={problem('baseUrl')}
            onChange={(event) => {
              change({ baseUrl: event.currentTarget.value });
            }}
          />
          {!isDefault && (
            <Button
              size="compact-xs"
              className={styles.repair ?? ''}
              onClick={() => {
                change({ baseUrl: DEFAULT_BASE_URLS[values.provider] });
              }}
            >
              {t('accounts.useDefault')}
            </Button>
          )}
        </>
      )}
      {kind !== 'edit' && (
        <>
          <KeyField
            value={values.secret}
            error={problem('secret')}
            help={kind === 'add' ? `${t('accounts.keyHelp')} ${t('accounts.keyLater')}` : t('accounts.keyHelp')}
            focus={kind === 'key'}
            onChange={(secret) => {
              change({ secret });
            }}
          />
          <div>
            <p className={styles.label} id="keep-in">
              {t('accounts.keepIn')}
            </p>
            <SegmentedControl
              aria-labelledby="keep-in"
              value={values.keep}
              onChange={(keep) => {
                change({ keep });
              }}
              data={[
                { value: 'keychain', label: t('accounts.keychain'), disabled: vault.kind !== 'keychain' },
                { value: 'session', label: t('accounts.session') },
              ]}
            />
            {vault.kind !== 'keychain' && <p className={styles.help}>{t('accounts.noKeychain')}</p>}
          </div>
        </>
      )}
      {error && !fieldsMarked && <Problem error={error} />}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={busy}>
          {t(kind === 'key' ? 'accounts.saveKey' : 'accounts.saveProfile')}
        </Button>
      </Group>
    </form>
  );
}
