import { Button } from '@mantine/core';
import { Hourglass, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../shared/contract';
import { call, queryClient } from '../api';
import { attempt } from '../ui/job-actions';
import styles from './accounts.module.css';

/** Which vault is in use, named honestly, with the system's own reason where it is not the keychain. */
export function VaultStrip({ vault }: { vault: VaultStatus }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const kept = vault.kind === 'keychain';
  const Icon = kept ? ShieldCheck : Hourglass;
  return (
    <section className={styles.vault} data-kept={kept ? '' : undefined} aria-labelledby="vault-title">
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      <div className={styles.vaultWords}>
        <h2 id="vault-title">{t(`accounts.vault.${vault.backend}`)}</h2>
        <p>{t(kept ? 'accounts.vaultMore' : 'accounts.vaultMemoryMore')}</p>
        {vault.reason && <p>{t('accounts.vaultReason', { reason: vault.reason })}</p>}
      </div>
      <Button
        variant="subtle"
        disabled={busy}
        onClick={() => {
          setBusy(true);
          attempt(
            call('vault.check', undefined)
              .then((status) => {
                queryClient.setQueryData(['vault.status', undefined], status);
                return queryClient.invalidateQueries({ queryKey: ['profile.list'] });
              })
              .finally(() => {
                setBusy(false);
              }),
          );
        }}
      >
        {t(busy ? 'accounts.checking' : 'accounts.checkAgain')}
      </Button>
    </section>
  );
}
