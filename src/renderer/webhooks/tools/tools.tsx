import '@mantine/core/styles/Tabs.css';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WebhookState } from '../../../shared/webhook-operations';
import { Dialog } from '../../ui/dialog';
import styles from '../webhooks.module.css';
import { useWebhooks, type Tool } from '../webhooks-store';
import { Bench } from './bench';
import { Check } from './check';
import { ReceiverCode } from './receiver-code';

const TOOLS: readonly Tool[] = ['bench', 'check', 'code'];

/** For whoever builds a receiver: send to it, see why a signature does not fit, begin with one that works. */
export function Tools({ state }: { state: WebhookState | undefined }) {
  const { t } = useTranslation();
  const tool = useWebhooks((webhooks) => webhooks.tool);
  return (
    <Dialog
      opened={tool !== null}
      title={t(`webhooks.${tool ?? 'bench'}.tab`)}
      width={620}
      onClose={() => {
        useWebhooks.setState({ tool: null });
      }}
    >
      {state && (
        <Tabs
          value={tool ?? 'bench'}
          keepMounted={false}
          onChange={(next) => {
            const chosen = TOOLS.find((name) => name === next);
            if (chosen) useWebhooks.setState({ tool: chosen });
          }}
        >
          <Tabs.List aria-label={t('webhooks.toolTabs')} className={styles.tabs ?? ''}>
            {TOOLS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`webhooks.${name}.tab`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="bench">
            <Bench state={state} />
          </Tabs.Panel>
          <Tabs.Panel value="check">
            <Check secrets={state.secrets} />
          </Tabs.Panel>
          <Tabs.Panel value="code">
            <ReceiverCode port={state.port} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Dialog>
  );
}
