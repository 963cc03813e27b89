import { ActionIcon, SegmentedControl } from '@mantine/core';
import { Info, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { useFormScope } from '../forms/form-context';
import { fieldLabel } from '../forms/words';
import { useUi } from '../ui-store';
import { carry, carryOver, forgetDropped, siblingsOf, useCarried } from './carried-values';
import styles from './create.module.css';

// one and the same list: a new one each time would never settle
const NONE: readonly string[] = [];

/** The products that do the same, one press apart; what was typed goes along as far as the other one takes it. */
export function ModelSwitch({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const { form, beforeSending } = useFormScope();
  const openEndpoint = useUi((state) => state.openEndpoint);
  const dropped = useCarried((state) => (state.endpoint === endpoint.id ? state.dropped : NONE));
  const siblings = siblingsOf(endpoint);
  if (siblings.length === 0) return null;
  return (
    <>
      <SegmentedControl
        className={styles.models ?? ''}
        aria-label={t('create.model')}
        value={endpoint.id}
        onChange={(id) => {
          const next = siblings.find((sibling) => sibling.id === id);
          if (!next) return;
          for (const hand of beforeSending) hand();
          carry(next, carryOver(endpoint, next, form.getValues()));
          openEndpoint(id);
        }}
        data={siblings.map(({ id, family }) => ({ value: id, label: family ?? id }))}
      />
      {dropped.length > 0 && (
        <div className={styles.undo} role="status">
          <Info size={14} strokeWidth={1.6} aria-hidden />
          <span>
            {t('create.notTaken', {
              model: endpoint.family ?? '',
              fields: dropped.map(fieldLabel).join(t('create.comma')),
            })}
          </span>
          <ActionIcon size={24} aria-label={t('common.close')} onClick={forgetDropped}>
            <X size={14} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  );
}
