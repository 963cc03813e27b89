import { ActionIcon, Menu } from '@mantine/core';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyActions } from '../../keys/key-actions';
import { WebhookKey } from '../../keys/webhook-key';
import { call, useOperation } from '../../api';
import { useOwnKey } from '../../keys/use-own-key';
import { Confirm } from '../../ui/confirm';
import { Dialog } from '../../ui/dialog';
import { inScreen } from '../../ui/portal-target';
import { usualProfile } from '../../ui/usual-profile';
import { useUi } from '../../ui-store';
import { useWebhooks } from '../webhooks-store';

/** What is done now and then: the key's address, and emptying the inbox. */
export function InboxMenu() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'webhook' | 'clear'>();
  const go = useUi((ui) => ui.go);
  const { data: profiles = [] } = useOperation('profile.list', undefined);
  const { admin, record } = useOwnKey(usualProfile('paperbanana', profiles), profiles);
  const close = (): void => {
    setOpened(undefined);
  };
  return (
    <>
      <Menu position="bottom-end" {...inScreen}>
        <Menu.Target>
          <ActionIcon aria-label={t('webhooks.moreActions')}>
            <EllipsisVertical size={16} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => {
              // where nobody can ask the server about this key, its accounts are the way to it
              if (record) setOpened('webhook');
              else go('accounts');
            }}
          >
            {t('webhooks.setKeyWebhook')}
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              setOpened('clear');
            }}
          >
            {t('webhooks.clear')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {admin && record && (
        <Dialog
          opened={opened === 'webhook'}
          title={t('handedOut.webhookTitle', { name: record.name })}
          width={480}
          onClose={close}
        >
          <WebhookKey record={record} actions={keyActions(admin)} onClose={close} />
        </Dialog>
      )}
      <Confirm
        opened={opened === 'clear'}
        title={t('webhooks.clearTitle')}
        text={t('webhooks.clearText')}
        yes={t('webhooks.clearYes')}
        onClose={close}
        onYes={() =>
          call('webhook.clear', undefined).then(() => {
            useWebhooks.setState({ selected: null });
          })
        }
      />
    </>
  );
}
