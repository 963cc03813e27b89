import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../keys/key-hint';
import { KeyMoment } from '../../keys/key-moment';
import type { ShownKey } from '../../keys/key-record';
import { QuotaBar } from '../../keys/quota-bar';
import { shownAddress } from '../shown-address';
import styles from './handed-out.module.css';
import type { OpenKeyDialog } from './key-dialogs';
import { KeyMenu } from './key-menu';
import { revealKey } from './reveal';

function Webhook({ url }: { url: string | null | undefined }) {
  const { t } = useTranslation();
  if (!url) return <span className={styles.none}>{t('keys.noWebhook')}</span>;
  return (
    <span className="mono" title={url}>
      {shownAddress(url)}
    </span>
  );
}

interface KeyRowProps {
  record: ShownKey;
  onDialog: (dialog: OpenKeyDialog) => void;
  onActive: (record: ShownKey, active: boolean) => void;
}

export function KeyRow({ record, onDialog, onActive }: KeyRowProps) {
  const { t, i18n } = useTranslation();
  const off = record.active === false;
  const { name, total_used: used } = record;
  return (
    <tr data-off={off || undefined}>
      <th scope="row" title={name}>
        <span className={styles.name}>{name}</span>
      </th>
      <td className={styles.key}>
        <KeyHint value={record.key} name={name} reveal={revealKey} />
      </td>
      <td>
        <QuotaBar remaining={record.quota_remaining} total={record.quota_total} off={off} />
      </td>
      <td className={styles.right}>
        {typeof used === 'number' ? new Intl.NumberFormat(i18n.language).format(used) : t('keys.notTold')}
      </td>
      <td className={styles.wide}>
        <Webhook url={record.webhook_url} />
      </td>
      <td className="number">
        <KeyMoment text={record.created_at} />
      </td>
      <td>
        <Switch
          size="xs"
          checked={!off}
          label={off ? t('keys.off') : t('keys.active')}
          aria-label={t('handedOut.stateOf', { name })}
          onChange={(event) => {
            onActive(record, event.currentTarget.checked);
          }}
        />
      </td>
      <td>
        <KeyMenu record={record} onDialog={onDialog} />
      </td>
    </tr>
  );
}
