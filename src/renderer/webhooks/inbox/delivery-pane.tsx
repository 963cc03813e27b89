import { ActionIcon, Button, Menu } from '@mantine/core';
import { Ellipsis, MailOpen, SearchX } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownDelivery } from '../../../shared/webhook-operations';
import { call, useOperation } from '../../api';
import { EmptyState } from '../../ui/empty-state';
import { formatBytes } from '../../ui/format';
import { listText } from '../../ui/list-text';
import { inScreen } from '../../ui/portal-target';
import { useUi } from '../../ui-store';
import { Verdict } from '../verdict';
import styles from '../webhooks.module.css';
import { useWebhooks } from '../webhooks-store';
import { BodyView } from './body-view';
import { deliveryTitle } from './delivery-words';
import { SignatureTable } from './signature-table';
import { Told } from './told';

function Head({ delivery }: { delivery: ShownDelivery }) {
  const { t, i18n } = useTranslation();
  const openJob = useUi((ui) => ui.openQueueJob);
  const { at, from, bytes, status, event, job, attempt, refusal, reason } = delivery;
  const time = new Intl.DateTimeFormat(i18n.language, {
    ...{ dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' },
  }).format(at);
  return (
    <header className={styles.head}>
      <div className={styles.headWords}>
        <h2 className={styles.headTitle}>{event ?? deliveryTitle(delivery)}</h2>
        <p className="secondary number">
          {listText(
            [
              t('webhooks.facts', { time, from }),
              reason !== 'not_read' && formatBytes(bytes, i18n.language),
              t('webhooks.answered', { status }),
              attempt > 1 && t('webhooks.attempt', { count: attempt }),
              attempt > 1 && t('webhooks.duplicate'),
            ],
            i18n.language,
          )}
        </p>
      </div>
      <Verdict delivery={delivery} />
      {job && (
        <Button
          onClick={() => {
            openJob(job.id);
          }}
        >
          {t('webhooks.openJob')}
        </Button>
      )}
      {refusal === null && (
        <Menu position="bottom-end" {...inScreen}>
          <Menu.Target>
            <ActionIcon aria-label={t('webhooks.moreActions')}>
              <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => {
                useWebhooks.setState({ replaying: delivery.id });
              }}
            >
              {t('webhooks.replay')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </header>
  );
}

function Shown({ id }: { id: number }) {
  const { t } = useTranslation();
  const { data: delivery } = useOperation('webhook.get', { id });
  const unseen = delivery?.seen === false;
  useEffect(() => {
    if (unseen) void call('webhook.markSeen', { id }).catch(() => undefined);
  }, [unseen, id]);
  if (delivery === undefined) return null;
  if (delivery === null) return <EmptyState icon={SearchX} title={t('webhooks.gone')} text={t('webhooks.goneText')} />;
  return (
    <>
      <Head delivery={delivery} />
      <div className={styles.body}>
        <Told delivery={delivery} />
        {delivery.provider !== 'bananahub' && <SignatureTable delivery={delivery} />}
        <BodyView delivery={delivery} />
      </div>
    </>
  );
}

/** One delivery: who it is from by its signature, what was done, and all that came. */
export function DeliveryPane() {
  const { t } = useTranslation();
  const selected = useWebhooks((state) => state.selected);
  return (
    <section className={styles.detail} aria-label={t('webhooks.body')}>
      {selected === null ? (
        <EmptyState icon={MailOpen} title={t('webhooks.chooseTitle')} text={t('webhooks.chooseText')} />
      ) : (
        <Shown key={selected} id={selected} />
      )}
    </section>
  );
}
