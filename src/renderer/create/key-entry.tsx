import { Button, Checkbox, TextInput } from '@mantine/core';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppErrorData, type AppErrorData } from '../../shared/app-error';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { call, useOperation } from '../api';
import { issueText } from '../forms/words';
import { Problem } from '../ui/problem';
import styles from './key-entry.module.css';
import { useAccount } from './use-account';

interface KeyEntryProps {
  endpoint: Endpoint;
  /** `entered`: the key is kept and the request can be sent. */
  done(entered: boolean): void;
}

/**
 * The key, asked for where it is missing. It lives in the input only until it is handed to main: no state, no draft,
 * no query holds it.
 */
export default function KeyEntry({ endpoint, done }: KeyEntryProps) {
  const { t } = useTranslation();
  const account = useAccount(endpoint);
  const vault = useOperation('vault.status', undefined).data;
  const secret = useRef<HTMLInputElement>(null);
  const address = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<AppErrorData>();
  const [busy, setBusy] = useState(false);
  // an address without encryption is taken only after its warning was read
  const [accepted, setAccepted] = useState(false);
  const provider = t(`providers.${endpoint.provider}.name`);
  const keychain = vault?.kind === 'keychain';

  const keep = async (place: 'keychain' | 'session'): Promise<void> => {
    const typed = secret.current?.value.trim() ?? '';
    if (typed === '') {
      setProblem({
        code: 'invalid_input',
        retryable: false,
        spent: 'no',
        issues: [{ field: 'secret', code: 'required' }],
      });
      secret.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const baseUrl = address.current?.value.trim() || account.baseUrl;
      const known = account.active;
      const profile = await call('profile.save', {
        ...(known && { id: known.id }),
        provider: endpoint.provider,
        name: known?.name ?? t(account.role === 'admin' ? 'create.adminKeyName' : 'create.keyName'),
        baseUrl,
        role: account.role,
        ...((accepted || (known?.allowInsecure === true && known.baseUrl === baseUrl)) && { allowInsecure: true }),
        key: { secret: typed, keep: place },
      });
      if (!profile.active) await call('profile.activate', { id: profile.id });
      if (secret.current) secret.current.value = '';
      done(true);
    } catch (error) {
      setProblem(toAppErrorData(error));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void keep(keychain ? 'keychain' : 'session');
  };
  const wrong = (field: string): string | undefined => {
    const issue = problem?.issues?.find((one) => one.field === field);
    return issue && issueText(issue);
  };
  const other = problem && !wrong('secret') && !wrong('baseUrl');
  const open = problem?.issues?.some(({ code }) => code === 'insecure_base_url');
  const titled = account.role === 'admin' ? 'create.adminKeyTitle' : 'create.keyTitle';

  return (
    <form
      className={styles.entry}
      aria-labelledby="key-title"
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done(false);
        // the window's own Ctrl+Enter would send before the key is kept
        if (event.key === 'Enter') event.stopPropagation();
      }}
    >
      <h3 id="key-title" className={styles.title}>
        {t(titled, { provider })}
      </h3>
      <p className={styles.vault}>{t('errors.no_credential.happened')}</p>
      <div className={styles.fields}>
        <TextInput
          ref={secret}
          type="password"
          maxLength={4000}
          label={t('create.key')}
          error={wrong('secret')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          ref={address}
          label={t('create.keyServer')}
          defaultValue={account.baseUrl}
          error={wrong('baseUrl')}
          autoComplete="off"
          spellCheck={false}
          onChange={() => {
            setAccepted(false);
          }}
        />
      </div>
      {open && (
        <Checkbox
          label={t('accounts.insecureAccept')}
          checked={accepted}
          onChange={(event) => {
            setAccepted(event.currentTarget.checked);
          }}
        />
      )}
      {vault && (
        <p className={styles.vault}>
          {keychain ? t(`create.vault.${vault.backend}`) : t('create.vaultNone')}
          {!keychain && vault.reason && (
            <span className={styles.reason}> {t('create.vaultReason', { reason: vault.reason })}</span>
          )}
        </p>
      )}
      {other && <Problem error={problem} />}
      <div className={styles.buttons}>
        <Button type="submit" disabled={busy || !vault}>
          {keychain ? t('create.keepKey') : t('create.keepSession')}
        </Button>
        {keychain && (
          <Button variant="subtle" disabled={busy} onClick={() => void keep('session')}>
            {t('create.keepSession')}
          </Button>
        )}
        <Button variant="subtle" disabled={busy} onClick={() => done(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
