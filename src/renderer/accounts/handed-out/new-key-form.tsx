import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownKey } from '../../keys/key-record';
import { Problem } from '../../ui/problem';
import styles from './handed-out.module.css';
import type { KeyActions } from './key-actions';
import type { NewKeyValues } from './key-changes';
import { UnitsInput } from './units-input';
import { useDialogForm } from '../../ui/use-dialog-form';

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
  const limits = useId();
  const change = (part: Partial<NewKeyValues>): void => {
    setValues((before) => ({ ...before, ...part }));
  };
  const { name, limited, units, webhookUrl, webhookSecret } = values;
  const problem = form.problemBeyond(FIELDS);
  const quotaIssue = form.issue('quota');
  const send = (): void => {
    const missing = [...(name.trim() === '' ? ['name'] : []), ...(limited && units === '' ? ['quota'] : [])];
    if (missing.length > 0) form.refuse(...missing);
    else form.send(actions.create(values).then(onMade));
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
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
        <p className={styles.label} id={limits}>
          {t('handedOut.units')}
        </p>
        <SegmentedControl
          aria-labelledby={limits}
          value={limited ? 'limited' : 'unlimited'}
          onChange={(next) => {
            change({ limited: next === 'limited' });
          }}
          data={[
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
        label={`${t('handedOut.webhookUrl')} (${t('common.optional')})`}
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
        label={`${t('handedOut.webhookSecret')} (${t('common.optional')})`}
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
      {problem && <Problem error={problem} />}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={form.busy}>
          {t('handedOut.make')}
        </Button>
      </Group>
    </form>
  );
}
