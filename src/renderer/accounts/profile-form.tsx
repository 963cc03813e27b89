import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileView, VaultStatus } from '../../shared/contract';
import { DEFAULT_BASE_URLS, type ProviderId } from '../../shared/settings';
import { DialogForm } from '../ui/dialog-form';
import { isOpenAddress } from './address';
import { AddressField } from './address-field';
import { KeepChoice } from './keep-choice';
import { KeyField } from './key-field';
import { RoleChoice } from './role-choice';
import { useProfileForm, type ProfileFormKind } from './use-profile-form';

interface ProfileFormProps {
  kind: ProfileFormKind;
  profile?: ProfileView | undefined;
  providers: readonly ProviderId[];
  vault: VaultStatus;
  onClose: () => void;
}

/** Name, server and key of a profile; which of them are asked for depends on what the user set out to do. */
export function ProfileForm({ kind, profile, providers, vault, onClose }: ProfileFormProps) {
  const { t } = useTranslation();
  const form = useProfileForm({ kind, profile, provider: providers[0] ?? 'paperbanana', vault, onSaved: onClose });
  const { values, change, issue } = form;
  const { provider, role } = values;
  const help = t(`accounts.keyHelp.${provider === 'paperbanana' && role === 'admin' ? 'admin' : provider}`);
  const unread = kind !== 'key' && isOpenAddress(values.baseUrl) && !values.accepted;
  return (
    <DialogForm
      yes={t(kind === 'key' ? 'accounts.saveKey' : 'accounts.saveProfile')}
      busy={form.busy}
      ready={!unread}
      note={unread && t('accounts.insecureOff')}
      problem={form.problem}
      repair={
        form.problem?.code === 'vault_unavailable' && (
          <>
            <Button disabled={form.busy} onClick={form.saveForSession}>
              {t('accounts.keepForSession')}
            </Button>
            {kind === 'add' && <span className="secondary">{t('accounts.notStored')}</span>}
          </>
        )
      }
      onSubmit={form.save}
      onClose={onClose}
    >
      {kind === 'add' && providers.length > 1 && (
        <Select
          label={t('accounts.provider')}
          data={providers.map((value) => ({ value, label: t(`providers.${value}.name`) }))}
          value={provider}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(next) => {
            if (next) change({ provider: next, baseUrl: DEFAULT_BASE_URLS[next] });
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
            error={issue('name')}
            data-autofocus
            onChange={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
          <AddressField
            value={values.baseUrl}
            usual={DEFAULT_BASE_URLS[provider]}
            error={issue('baseUrl')}
            accepted={values.accepted}
            onChange={(baseUrl) => {
              // another address is another risk
              change({ baseUrl, accepted: false });
            }}
            onAccept={(accepted) => {
              change({ accepted });
            }}
          />
          {provider === 'paperbanana' && (
            <RoleChoice
              role={role}
              onChange={(next) => {
                change({ role: next });
              }}
            />
          )}
        </>
      )}
      {kind !== 'edit' && (
        <>
          <KeyField
            value={values.secret}
            error={issue('secret')}
            help={kind === 'add' ? t('accounts.keyLater', { help }) : help}
            focus={kind === 'key'}
            onChange={(secret) => {
              change({ secret });
            }}
          />
          <KeepChoice
            vault={vault}
            keep={values.keep}
            onChange={(keep) => {
              change({ keep });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
