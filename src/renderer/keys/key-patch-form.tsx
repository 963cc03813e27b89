import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../ui/dialog-form';
import { toastNote } from '../ui/toast';
import type { useDialogForm } from '../ui/use-dialog-form';
import type { KeyDialogProps } from './key-dialog-props';

interface KeyPatchFormProps extends KeyDialogProps {
  patch: Record<string, unknown>;
  form: ReturnType<typeof useDialogForm>;
  /** Those that are on the form, and tell by themselves what is wrong with them. */
  fields: readonly string[];
  children: ReactNode;
}

/** Sends what was changed about a key, and nothing else. */
export function KeyPatchForm({ record, actions, patch, form, fields, onClose, children }: KeyPatchFormProps) {
  const { t } = useTranslation();
  const changed = Object.keys(patch).length > 0;
  return (
    <DialogForm
      yes={t('common.save')}
      busy={form.busy}
      ready={changed}
      note={!changed && t('handedOut.nothingChanged')}
      problem={form.problemBeyond(fields)}
      onSubmit={() => {
        form.send(
          actions.update(record, patch).then(() => {
            toastNote(t('handedOut.saved', { name: record.name }));
            onClose();
          }),
        );
      }}
      onClose={onClose}
    >
      {children}
    </DialogForm>
  );
}
