import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppErrorData, type AppErrorData, type Issue } from '../../shared/app-error';
import type { ProfileView, VaultStatus } from '../../shared/contract';
import { DEFAULT_BASE_URLS, type ProviderId } from '../../shared/settings';
import { issueText } from '../forms/words';
import { toastNote } from '../ui/toast';
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
  const [known, setKnown] = useState(profile);
  const [values, setValues] = useState<ProfileValues>(() => {
    const provider = profile?.provider ?? first;
    const baseUrl = profile?.baseUrl ?? DEFAULT_BASE_URLS[provider];
    return {
      ...{ provider, baseUrl, name: profile?.name ?? '', role: profile?.role ?? 'user', secret: '', keep: vault.kind },
      accepted: profile?.allowInsecure === true && isOpenAddress(baseUrl),
    };
  });
  const [error, setError] = useState<AppErrorData>();
  const [busy, setBusy] = useState(false);

  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const saved =
        kind === 'key' && profile
          ? await saveKey(profile, values.secret, values.keep)
          : await saveProfile(values, known, setKnown);
      if (values.secret !== '') {
        const { name } = saved;
        toastNote(t(values.keep === 'keychain' ? 'accounts.keyStored' : 'accounts.keyStoredSession', { name }));
      }
      onSaved();
    } catch (caught) {
      setError(toAppErrorData(caught));
      setBusy(false);
    }
  };

  const marked = error?.code === 'invalid_input' && (error.issues?.length ?? 0) > 0;
  return {
    values,
    busy,
    change(part: Partial<ProfileValues>): void {
      setValues((before) => ({ ...before, ...part }));
    },
    /** The words of what is wrong with a field. */
    issue(field: string): string | undefined {
      const issue = error?.issues?.find((one) => one.field === field);
      return issue && issueText(issue);
    },
    /** What went wrong beyond single fields. */
    problem: marked ? undefined : error,
    save(): void {
      const issues = localIssues(kind, values);
      if (issues.length === 0) void send();
      else setError({ code: 'invalid_input', retryable: false, spent: 'no', issues });
    },
  };
}
