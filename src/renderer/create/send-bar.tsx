import { Button } from '@mantine/core';
import { Coins } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { endpointKey } from '../../shared/i18n/locale';
import { lookUp } from '../i18n';
import { isMac } from '../launch';
import { formatElapsed } from '../ui/format';
import { Shortcut } from '../ui/shortcut';
import { useElapsed } from '../ui/use-elapsed';
import styles from './create.module.css';
import { Cost } from './send-cost';
import { SendSize } from './send-size';
import type { Obstacle } from './use-obstacle';
import type { SendState } from './use-send';

interface SendBarProps {
  endpoint: Endpoint;
  sending: SendState;
  /** Why the button is off. */
  obstacle: Obstacle | undefined;
  send(): void;
}

/** When it is paid for, and how long it takes where the documentation tells. */
function Terms({ endpoint: { job, provider, usualSeconds } }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  if (!job) return t('create.asksOnly');
  const when = t(`create.spentWhen.${provider}`);
  if (!usualSeconds) return when;
  const [least, most] = usualSeconds;
  return t('create.andUsually', { when, least, most });
}

/** What sending costs, who pays, why it cannot be sent yet, and the one button. */
export function SendBar({ endpoint, sending, obstacle, send }: SendBarProps) {
  const { t } = useTranslation();
  const reason = obstacle && t(`create.${obstacle}`);
  const elapsed = useElapsed(sending.kind === 'sending' ? sending.startedAt : undefined);
  return (
    <footer className={styles.sendBar}>
      <div className={styles.cost}>
        <p className={styles.costLine}>
          <Coins size={14} strokeWidth={1.6} aria-hidden />
          <span className="truncate">
            <Cost endpoint={endpoint} />
            <SendSize endpoint={endpoint} />
          </span>
        </p>
        <p id="send-reason" className={styles.reason} role="status">
          {reason ?? <Terms endpoint={endpoint} />}
        </p>
      </div>
      <Button
        size="sm"
        variant="filled"
        className={styles.send}
        {...(reason !== undefined && { 'data-disabled': true, 'aria-disabled': true })}
        aria-describedby="send-reason"
        aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
        rightSection={
          sending.kind === 'sending' ? (
            <span className="number">{formatElapsed(elapsed)}</span>
          ) : (
            <Shortcut keys="mod+enter" />
          )
        }
        onClick={(event) => {
          event.preventDefault();
          if (reason === undefined) send();
        }}
      >
        {sending.kind === 'sending' ? t('create.sending') : lookUp(`endpoints.${endpointKey(endpoint.id)}.action`)}
      </Button>
    </footer>
  );
}
