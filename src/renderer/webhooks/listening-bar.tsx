import { Button, Switch, Tooltip } from '@mantine/core';
import { Play, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLoopback } from '../../shared/loopback';
import type { WebhookState } from '../../shared/webhook-operations';
import { call } from '../api';
import { CopyButton } from '../ui/copy-button';
import { Problem } from '../ui/problem';
import { useMatchMedia } from '../ui/use-match-media';
import { hooksUrl } from '../ui/hooks-url';
import styles from './webhooks.module.css';
import { useWebhooks } from './webhooks-store';

function reachOf(state: WebhookState): 'loopback' | 'exposed' | 'off' | 'elsewhere' {
  if (state.url === null) return state.elsewhere ? 'elsewhere' : 'off';
  return isLoopback(state.host) ? 'loopback' : 'exposed';
}

/** Whether it listens, where, and who can reach it. */
export function ListeningBar({ state }: { state: WebhookState | undefined }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const narrow = useMatchMedia('(max-width: 999px)');
  const on = state !== undefined && state.url !== null;
  const url = state && hooksUrl(state);
  const toggle = (): void => {
    setBusy(true);
    // what came in its way is told by the state
    void call(on ? 'webhook.stop' : 'webhook.start', undefined)
      .catch(() => undefined)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <>
      <h2 className="visually-hidden">{t('webhooks.settings.listener')}</h2>
      <div className={styles.bar}>
        <Switch
          checked={on}
          disabled={busy || !state}
          label={t(on ? 'webhooks.listening' : 'webhooks.notListening')}
          onChange={toggle}
        />
        {on && url !== undefined && (
          <span className={styles.address}>
            <code className="mono truncate" data-testid="listener">
              {url}
            </code>
            <CopyButton text={url} name={t('webhooks.copyUrl')} />
          </span>
        )}
        <span
          className={`secondary ${styles.reach}`}
          data-warn={state && reachOf(state) === 'exposed' ? '' : undefined}
        >
          {state && t(`webhooks.reach.${reachOf(state)}`)}
        </span>
        <Button
          variant="subtle"
          leftSection={<Play size={14} strokeWidth={1.6} aria-hidden />}
          onClick={() => {
            useWebhooks.setState({ tool: 'bench' });
          }}
        >
          {t('webhooks.tools')}
        </Button>
        <Tooltip label={t('webhooks.secretsAndPort')} disabled={!narrow}>
          <Button
            aria-label={t('webhooks.secretsAndPort')}
            leftSection={narrow ? undefined : <SlidersHorizontal size={14} strokeWidth={1.6} aria-hidden />}
            onClick={() => {
              useWebhooks.setState({ settings: true });
            }}
          >
            {narrow ? <SlidersHorizontal size={14} strokeWidth={1.6} aria-hidden /> : t('webhooks.secretsAndPort')}
          </Button>
        </Tooltip>
      </div>
      {state?.error && (
        <div className={styles.problem}>
          <Problem
            error={state.error}
            actions={
              <Button
                onClick={() => {
                  useWebhooks.setState({ settings: true });
                }}
              >
                {t('webhooks.secretsAndPort')}
              </Button>
            }
          />
        </div>
      )}
    </>
  );
}
