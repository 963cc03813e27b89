import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownKey } from '../../keys/key-record';
import { Choice } from '../../ui/choice';
import { DialogForm } from '../../ui/dialog-form';
import { useDialogForm } from '../../ui/use-dialog-form';
import styles from './handed-out.module.css';
import type { KeyActions } from '../../keys/key-actions';
import type { NewKeyValues } from '../../keys/key-changes';
import { UnitsInput } from './units-input';

const FIELDS = ['name', 'quota', 'webhook_url', 'webhook_secret'];
const ORDER: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];
const EMPTY: NewKeyValues = { name: '', limited: true, units: 100, webhookUrl: '', webhookSecret: '' };

interface NewKeyFormProps {
  actions: KeyActions;
  onMade: (record: ShownKey) => void;
  onClose: () => void;
}

export function NewKeyForm({ actions, onMade, onClose }: NewKeyFormProps) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [values, setValues] = useState(EMPTY);
  const change = (part: Partial<NewKeyValues>): void => {
    setValues((before) => ({ ...before, ...part }));
  };
  const { name, limited, units, webhookUrl, webhookSecret } = values;
  const quotaIssue = form.issue('quota');
  const send = (): void => {
    const missing = [...(name.trim() === '' ? ['name'] : []), ...(limited && units === '' ? ['quota'] : [])];
    if (missing.length > 0) form.refuse(missing);
    else form.send(actions.create(values).then(onMade));
  };
  return (
    <DialogForm
      yes={t('handedOut.make')}
      busy={form.busy}
      problem={form.problemBeyond(FIELDS)}
      onSubmit={send}
      onClose={onClose}
    >
      <TextInput
        label={t('handedOut.name')}
        description={t('handedOut.nameHelp')}
        inputWrapperOrder={ORDER}
        maxLength={200}
        value={name}
        error={form.issue('name')}
        data-autofocus
        onChange={(event) => {
          change({ name: event.currentTarget.value });
        }}
      />
      <div>
        <Choice
          label={t('handedOut.units')}
          value={limited ? 'limited' : 'unlimited'}
          onChange={(next) => {
            change({ limited: next === 'limited' });
          }}
          options={[
            { value: 'limited', label: t('handedOut.limited') },
            { value: 'unlimited', label: t('handedOut.unlimited') },
          ]}
        />
        {!limited && quotaIssue && (
          <p className={styles.issue} role="alert">
            {t('handedOut.unitsWanted')}
          </p>
        )}
      </div>
      {limited && (
        <UnitsInput
          label={t('handedOut.unitsLabel')}
          help={t('handedOut.unitsHelp')}
          value={units}
          error={quotaIssue}
          onChange={(next) => {
            change({ units: next });
          }}
        />
      )}
      <TextInput
        label={t('common.optional', { label: t('handedOut.webhookUrl') })}
        description={t('handedOut.webhookHelp')}
        inputWrapperOrder={ORDER}
        placeholder="https://"
        spellCheck={false}
        value={webhookUrl}
        error={form.issue('webhook_url')}
        onChange={(event) => {
          change({ webhookUrl: event.currentTarget.value });
        }}
      />
      <TextInput
        type="password"
        label={t('common.optional', { label: t('handedOut.webhookSecret') })}
        description={t('handedOut.secretHelp')}
        inputWrapperOrder={ORDER}
        maxLength={1000}
        autoComplete="off"
        value={webhookSecret}
        error={form.issue('webhook_secret')}
        onChange={(event) => {
          change({ webhookSecret: event.currentTarget.value });
        }}
      />
    </DialogForm>
  );
}
