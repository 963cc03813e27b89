import { Button } from '@mantine/core';
import { Coins } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { endpointKey } from '../../shared/i18n/catalogue';
import { wireBodyBytes } from '../../shared/wire-request';
import { useFormScope } from '../forms/form-context';
import { usePdfIntake } from '../forms/pdf-intake';
import { lookUp } from '../i18n';
import { isMac } from '../launch';
import { formatBytes, formatElapsed } from '../ui/format';
import { Shortcut } from '../ui/shortcut';
import { useElapsed } from '../ui/use-elapsed';
import styles from './create.module.css';
import { previewRequest } from './request';
import { useAccount } from './use-account';
import { useFormValues } from './use-form-values';
import type { SendState } from './use-send';

/** Smaller requests are no news (bytes). */
const WORTH_SAYING = 100_000;

interface SendBarProps {
  endpoint: Endpoint;
  sending: SendState;
  send(): void;
}

/** Why the button is off, in words; undefined where it is on. */
function useReason(sending: SendState): string | undefined {
  const { t } = useTranslation();
  const { violations } = useFormScope();
  const busy = usePdfIntake((state) => state.busy !== undefined);
  if (sending.kind === 'sending') return t('create.offSending');
  if (busy) return t('create.offTaking');
  if (violations.length > 0) return t('create.offRules');
  return undefined;
}

function Cost({ endpoint }: { endpoint: Endpoint }) {
  const { active } = useAccount(endpoint);
  const { t } = useTranslation();
  if (endpoint.units === 0) return <>{t('create.costsNothing')}</>;
  const values = { count: endpoint.units, account: active?.name ?? '' };
  return (
    <Trans
      i18nKey={active ? 'create.costOf' : 'create.cost'}
      count={endpoint.units}
      values={values}
      components={{ b: <strong /> }}
    />
  );
}

/** What sending costs, who pays, why it cannot be sent yet, and the one button. */
export function SendBar({ endpoint, sending, send }: SendBarProps) {
  const { t, i18n } = useTranslation();
  const { form } = useFormScope();
  const { baseUrl } = useAccount(endpoint);
  const values = useFormValues(form);
  const reason = useReason(sending);
  const elapsed = useElapsed(sending.kind === 'sending' ? sending.startedAt : undefined);

  const { body } = previewRequest(endpoint, values, baseUrl);
  const bytes = body ? wireBodyBytes(body) : 0;
  const size = bytes >= WORTH_SAYING && formatBytes(bytes, i18n.language);
  return (
    <footer className={styles.sendBar}>
      <div className={styles.cost}>
        <p className={styles.costLine}>
          <Coins size={14} strokeWidth={1.6} aria-hidden />
          <span className="truncate">
            <Cost endpoint={endpoint} />
            {size && t('create.sendsSize', { size })}
          </span>
        </p>
        <p id="send-reason" className={styles.reason} role="status">
          {reason ?? (endpoint.job ? t('create.spentWhen') : t('create.asksOnly'))}
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
