import { ActionIcon, Button, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { CheckCheck, Search, Webhook } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookState } from '../../../shared/webhook-operations';
import { call } from '../../api';
import { EmptyState } from '../../ui/empty-state';
import { attempt } from '../../ui/job-actions';
import styles from '../webhooks.module.css';
import { useWebhooks, type Filter } from '../webhooks-store';
import { DeliveryList } from './delivery-list';
import { InboxMenu } from './inbox-menu';
import { useDeliveries } from './use-deliveries';

const FILTERS: readonly Filter[] = ['all', 'unread', 'refused'];

function Nothing({ state, everything }: { state: WebhookState | undefined; everything: number }) {
  const { t } = useTranslation();
  if (everything > 0)
    return <EmptyState icon={Webhook} title={t('webhooks.noneTitle')} text={t('webhooks.noneText')} />;
  const off = state?.url === null;
  return (
    <EmptyState
      icon={Webhook}
      title={t('webhooks.emptyTitle')}
      text={t('webhooks.emptyText')}
      action={
        <Button
          variant="filled"
          onClick={() => {
            if (off) void call('webhook.start', undefined).catch(() => undefined);
            else useWebhooks.setState({ tool: 'bench' });
          }}
        >
          {t(off ? 'webhooks.emptyAction' : 'webhooks.emptySend')}
        </Button>
      }
    />
  );
}

/** What was received: filter, search, list. */
export function Inbox({ state }: { state: WebhookState | undefined }) {
  const { t, i18n } = useTranslation();
  const { filter, text } = useWebhooks();
  const { deliveries, counts, ready, more } = useDeliveries(filter, useDeferredValue(text.trim()));
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <div className={styles.listBar}>
        <SegmentedControl
          aria-label={t('webhooks.show')}
          value={filter}
          onChange={(next) => {
            useWebhooks.setState({ filter: next });
          }}
          data={FILTERS.map((value) => ({
            value,
            label: (
              <>
                {t(`webhooks.${value}`)}
                {counts[value] > 0 && <span className={styles.count}>{number.format(counts[value])}</span>}
              </>
            ),
          }))}
        />
      </div>
      <div className={styles.listBar}>
        <TextInput
          type="search"
          className={styles.find ?? ''}
          aria-label={t('webhooks.find')}
          placeholder={t('webhooks.find')}
          leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
          value={text}
          maxLength={200}
          onChange={(event) => {
            useWebhooks.setState({ text: event.currentTarget.value });
          }}
        />
        <Tooltip label={t('webhooks.markAllSeen')}>
          <ActionIcon
            aria-label={t('webhooks.markAllSeen')}
            disabled={counts.unread === 0}
            onClick={() => {
              attempt(call('webhook.markSeen', { id: 'all' }));
            }}
          >
            <CheckCheck size={16} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <InboxMenu />
      </div>
      {ready && deliveries.length === 0 ? (
        <Nothing state={state} everything={counts.all} />
      ) : (
        <DeliveryList deliveries={deliveries} onEnd={more} />
      )}
    </>
  );
}
