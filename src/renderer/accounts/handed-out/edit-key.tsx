import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsLeft } from '../../../shared/endpoints/paperbanana-admin';
import { Problem } from '../../ui/problem';
import { toastNote } from '../../ui/toast';
import styles from './handed-out.module.css';
import { quotaPatch } from './key-changes';
import type { KeyDialogProps } from './key-dialog-props';
import { UnitsInput } from './units-input';
import { useDialogForm } from '../../ui/use-dialog-form';

const FIELDS = ['quota_remaining', 'quota_total'];

/** The units of a key. Its name can't be changed: servers pass over it. */
export function EditKey({ record, actions, onClose }: KeyDialogProps) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [left, setLeft] = useState<number | string>(unitsLeft(record.quota_remaining) ?? '');
  const [total, setTotal] = useState<number | string>(unitsLeft(record.quota_total) ?? '');
  const patch = quotaPatch(record, left, total);
  const changed = Object.keys(patch).length > 0;
  const unlimited = unitsLeft(record.quota_remaining) === null;
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
      <div className={styles.pair}>
        <UnitsInput
          label={t('handedOut.unitsLeft')}
          value={left}
          error={form.issue('quota_remaining')}
          focus
          onChange={setLeft}
        />
        <UnitsInput
          label={t('handedOut.unitsTotal')}
          value={total}
          error={form.issue('quota_total')}
          onChange={setTotal}
        />
      </div>
      <p className="secondary">{t(unlimited ? 'handedOut.setLimit' : 'handedOut.keepLimit')}</p>
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
