import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../ui/problem';
import { toastNote } from '../../ui/toast';
import styles from './handed-out.module.css';
import type { KeyDialogProps } from './key-dialog-props';
import { useDialogForm } from '../../ui/use-dialog-form';

/** Deleting can't be undone: the name has to be typed. */
export function DeleteKey({ record, actions, onClose }: KeyDialogProps) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [typed, setTyped] = useState('');
  const { name } = record;
  const problem = form.problemBeyond([]);
  const same = typed.trim() === name.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!same) return;
        form.send(
          actions.remove(record).then(() => {
            toastNote(t('handedOut.deleted', { name }));
            onClose();
          }),
        );
      }}
    >
      <p className={styles.text}>{t('handedOut.deleteText')}</p>
      <TextInput
        label={t('handedOut.deleteConfirm')}
        description={same ? undefined : t('handedOut.deleteOff', { name })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      {problem && <Problem error={problem} />}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" {...(same && { c: 'var(--bad)' })} disabled={!same || form.busy}>
          {t('handedOut.deleteYes')}
        </Button>
      </Group>
    </form>
  );
}
