import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doubtsAbout } from '../../../shared/endpoints/endpoint';
import { unitsLeft, updateKey } from '../../../shared/endpoints/paperbanana-admin';
import { FieldMessage } from '../../forms/field-message';
import { ruleText } from '../../forms/words';
import { useDialogForm } from '../../ui/use-dialog-form';
import styles from './handed-out.module.css';
import { quotaPatch } from '../../keys/key-changes';
import type { KeyDialogProps } from '../../keys/key-dialog-props';
import { KeyPatchForm } from '../../keys/key-patch-form';
import { UnitsInput } from './units-input';

const FIELDS = ['quota_remaining', 'quota_total'];

/** The units of a key. Its name can't be changed: servers pass over it. */
export function EditKey({ record, actions, onClose }: KeyDialogProps) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const [left, setLeft] = useState<number | string>(unitsLeft(record.quota_remaining) ?? '');
  const [total, setTotal] = useState<number | string>(unitsLeft(record.quota_total) ?? '');
  const patch = quotaPatch(record, left, total);
  const unlimited = unitsLeft(record.quota_remaining) === null;
  const doubts = doubtsAbout(updateKey, { quota_remaining: left, quota_total: total });
  return (
    <KeyPatchForm record={record} actions={actions} patch={patch} form={form} fields={FIELDS} onClose={onClose}>
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
      {doubts.map((doubt) => (
        <div key={doubt.code} role="status">
          <FieldMessage id={doubt.code} tone="doubt">
            {ruleText(doubt)}
          </FieldMessage>
        </div>
      ))}
      <p className="secondary">{t(unlimited ? 'handedOut.setLimit' : 'handedOut.keepLimit')}</p>
    </KeyPatchForm>
  );
}
