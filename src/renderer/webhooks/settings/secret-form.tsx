import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../../shared/contract';
import type { ProfileSecretView } from '../../../shared/webhook-operations';
import { useDialogForm } from '../../ui/use-dialog-form';
import { call, useOperation } from '../../api';
import { Problem } from '../../ui/problem';
import { useUi } from '../../ui-store';
import { SecretInput } from '../secret-input';
import styles from '../webhooks.module.css';
import { KeepChoice } from './keep-choice';

/** Takes a secret and hands it to main; the window keeps nothing of it. */
export function SecretForm({ view, onDone }: { view: ProfileSecretView; onDone: () => void }) {
  const { t } = useTranslation();
  const vault = useOperation('vault.status', undefined).data;
  const demo = useUi((ui) => ui.mode === 'demo');
  const form = useDialogForm();
  const [secret, setSecret] = useState('');
  const [chosen, setChosen] = useState<VaultStatus['kind']>();
  const keep = chosen ?? vault?.kind ?? 'session';
  const problem = form.problemBeyond(['secret']);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (secret === '') {
          form.refuse(['secret']);
          return;
        }
        form.send(
          call('webhook.setSecret', { profileId: view.profileId, secret, keep }).then(() => {
            setSecret('');
            onDone();
          }),
        );
      }}
    >
      <SecretInput
        label={t('webhooks.settings.secretOf', { name: view.name })}
        value={secret}
        error={form.issue('secret')}
        onChange={setSecret}
        focus
      />
      {vault?.kind === 'keychain' && !demo && <KeepChoice value={keep} onChange={setChosen} />}
      {vault?.kind === 'session' && !demo && <p className="secondary">{t('accounts.noKeychain')}</p>}
      {problem && <Problem error={problem} />}
      <Group gap="sm">
        <Button type="submit" variant="filled" disabled={form.busy}>
          {t('webhooks.settings.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </Group>
    </form>
  );
}
