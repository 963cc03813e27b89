import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../ui/problem';
import { toastNote } from '../../ui/toast';
import styles from './handed-out.module.css';
import { webhookPatch } from './key-changes';
import type { KeyDialogProps } from './key-dialog-props';
import { useDialogForm } from '../../ui/use-dialog-form';

const FIELDS = ['webhook_url', 'webhook_secret'];
const ORDER: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** Where a key's figures are reported to, and what signs the reports. The secret can be set, never read. */
export function WebhookKey({ record, actions, onClose }: KeyDialogProps) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [url, setUrl] = useState(record.webhook_url ?? '');
  const [secret, setSecret] = useState('');
  const [removeSecret, setRemoveSecret] = useState(false);
  const patch = webhookPatch(record, { url, secret, removeSecret });
  const changed = Object.keys(patch).length > 0;
  const removes = url.trim() === '' && record.webhook_url;
  const problem = form.problemBeyond(FIELDS);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!changed) return;
        form.send(
          actions.update(record, patch).then(() => {
            toastNote(t('handedOut.saved', { name: record.name }));
            onClose();
          }),
        );
      }}
    >
      <TextInput
        label={t('handedOut.webhookUrl')}
        description={t(removes ? 'handedOut.webhookEmpty' : 'handedOut.webhookHelp')}
        inputWrapperOrder={ORDER}
        placeholder="https://"
        value={url}
        error={form.issue('webhook_url')}
        spellCheck={false}
        data-autofocus
        onChange={(event) => {
          setUrl(event.currentTarget.value);
        }}
      />
      <TextInput
        type="password"
        label={t('handedOut.secretNew')}
        description={t('handedOut.secretKeep')}
        inputWrapperOrder={ORDER}
        value={removeSecret ? '' : secret}
        error={form.issue('webhook_secret')}
        disabled={removeSecret}
        autoComplete="off"
        maxLength={1000}
        onChange={(event) => {
          setSecret(event.currentTarget.value);
        }}
      />
      <Checkbox
        label={t('handedOut.secretRemove')}
        checked={removeSecret}
        onChange={(event) => {
          setRemoveSecret(event.currentTarget.checked);
        }}
      />
      {problem && <Problem error={problem} />}
      <Group justify="flex-end" gap="sm">
        {!changed && <span className="secondary">{t('handedOut.nothingChanged')}</span>}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!changed || form.busy}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  );
}
