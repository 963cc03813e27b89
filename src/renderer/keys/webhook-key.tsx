import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDialogForm } from '../ui/use-dialog-form';
import { webhookPatch } from './key-changes';
import type { KeyDialogProps } from './key-dialog-props';
import { KeyPatchForm } from './key-patch-form';

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
  const removes = url.trim() === '' && record.webhook_url;
  return (
    <KeyPatchForm record={record} actions={actions} patch={patch} form={form} fields={FIELDS} onClose={onClose}>
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
    </KeyPatchForm>
  );
}
