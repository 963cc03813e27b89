import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../../ui/dialog-form';
import { toastNote } from '../../ui/toast';
import { useDialogForm } from '../../ui/use-dialog-form';
import styles from './handed-out.module.css';
import type { KeyDialogProps } from '../../keys/key-dialog-props';

/** Deleting can't be undone: the name has to be typed. */
export function DeleteKey({ record, actions, onClose }: KeyDialogProps) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [typed, setTyped] = useState('');
  const { name } = record;
  const same = typed.trim() === name.trim();
  return (
    <DialogForm
      danger
      yes={t('handedOut.deleteYes')}
      busy={form.busy}
      ready={same}
      problem={form.problemBeyond([])}
      onSubmit={() => {
        form.send(
          actions.remove(record).then(() => {
            toastNote(t('handedOut.deleted', { name }));
            onClose();
          }),
        );
      }}
      onClose={onClose}
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
    </DialogForm>
  );
}
