import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../shared/app-error';
import type { ProfileView, VaultStatus } from '../../shared/contract';
import { DEFAULT_BASE_URLS, type ProviderId } from '../../shared/settings';
import { toastNote } from '../ui/toast';
import { useDialogForm } from '../ui/use-dialog-form';
import { addressIssue, isOpenAddress } from './address';
import { saveKey, saveProfile, type ProfileValues } from './save-profile';

export type ProfileFormKind = 'add' | 'edit' | 'key';

interface ProfileFormOptions {
  kind: ProfileFormKind;
  profile: ProfileView | undefined;
  /** Of a new profile. */
  provider: ProviderId;
  vault: VaultStatus;
  onSaved: () => void;
}

const FIELDS = ['name', 'baseUrl', 'secret'];

function localIssues(kind: ProfileFormKind, values: ProfileValues): Issue[] {
  if (kind === 'key') return values.secret.trim() === '' ? [{ field: 'secret', code: 'required' }] : [];
  const address = addressIssue(values.baseUrl);
  return [
    ...(values.name.trim() === '' ? [{ field: 'name', code: 'required' }] : []),
    ...(address === undefined ? [] : [{ field: 'baseUrl', code: address }]),
  ];
}

/** What is typed about a profile, and its way to main. */
export function useProfileForm({ kind, profile, provider: first, vault, onSaved }: ProfileFormOptions) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [values, setValues] = useState<ProfileValues>(() => {
    const provider = profile?.provider ?? first;
    const baseUrl = profile?.baseUrl ?? DEFAULT_BASE_URLS[provider];
    return {
      ...{ provider, baseUrl, name: profile?.name ?? '', role: profile?.role ?? 'user', secret: '', keep: vault.kind },
      accepted: profile?.allowInsecure === true && isOpenAddress(baseUrl),
    };
  });

  const send = async (sent: ProfileValues): Promise<void> => {
    const { name } = await (kind === 'key' && profile ? saveKey(profile, sent) : saveProfile(sent, profile));
    if (sent.secret !== '')
      toastNote(t(sent.keep === 'keychain' ? 'accounts.keyStored' : 'accounts.keyStoredSession', { name }));
    onSaved();
  };
  const save = (sent: ProfileValues): void => {
    const issues = localIssues(kind, sent);
    if (issues.length === 0) form.send(send(sent));
    else form.refuse(issues);
  };

  return {
    values,
    busy: form.busy,
    issue: form.issue,
    problem: form.problemBeyond(FIELDS),
    change(part: Partial<ProfileValues>): void {
      setValues((before) => ({ ...before, ...part }));
    },
    save(): void {
      save(values);
    },
    /** Again, without the keychain that refused the key. */
    saveForSession(): void {
      const sent: ProfileValues = { ...values, keep: 'session' };
      setValues(sent);
      save(sent);
    },
  };
}
