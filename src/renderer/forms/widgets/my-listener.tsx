import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLoopbackUrl } from '../../../shared/loopback';
import { DEFAULT_BASE_URLS } from '../../../shared/settings';
import { call, useOperation } from '../../api';
import { useOwnKey } from '../../keys/use-own-key';
import { usualProfile } from '../../ui/usual-profile';
import { toastError } from '../../ui/toast';
import { useUi } from '../../ui-store';
import { useFormScope } from '../form-context';
import { hooksUrl } from '../../ui/hooks-url';
import styles from './url.module.css';

/** What will happen with this request's webhook: its own address, the key's, or none. */
function Precedence({ value }: { value: string }) {
  const { t } = useTranslation();
  const { data: profiles = [] } = useOperation('profile.list', undefined);
  const demo = useUi((ui) => ui.mode === 'demo');
  const { record } = useOwnKey(usualProfile('paperbanana', profiles), profiles);
  const url = record?.webhook_url;
  // not every server tells the address; the demo's leaves it out where there is none
  const told = record && (demo || url !== undefined);
  const now = value !== '' ? 'request' : !told ? 'keyUnknown' : url ? 'keyKnown' : 'keyNone';
  return (
    <div className={styles.rules} role="group" aria-label={t('webhooks.field.rules')} data-testid="webhook-rules">
      <p>
        <strong>{t(`webhooks.field.${now}`, { url: url ?? '' })}</strong>
      </p>
      {value === '' && <p>{t('webhooks.field.empty')}</p>}
      {now !== 'keyNone' && <p>{t('webhooks.field.removed')}</p>}
    </div>
  );
}

interface MyListenerProps {
  value: string;
  onUse: (url: string) => void;
}

/** Offers this computer's listener where the server can reach it, and says where it cannot. */
export default function MyListener({ value, onUse }: MyListenerProps) {
  const { t } = useTranslation();
  const { endpoint } = useFormScope();
  const demo = useUi((ui) => ui.mode === 'demo');
  const state = useOperation('webhook.state', undefined).data;
  const { data: profiles } = useOperation('profile.list', undefined);
  const [busy, setBusy] = useState(false);
  if (!state || !profiles) return null;
  const { provider } = endpoint;
  const baseUrl = usualProfile(provider, profiles)?.baseUrl ?? DEFAULT_BASE_URLS[provider];
  const reachable = demo || isLoopbackUrl(baseUrl);
  const use = async (): Promise<void> => {
    setBusy(true);
    try {
      if (state.url === null) await call('webhook.start', undefined);
      onUse(hooksUrl(state));
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {reachable
        ? value !== hooksUrl(state) && (
            <Button size="compact-xs" mt={4} disabled={busy} onClick={() => void use()}>
              {t(state.url === null ? 'webhooks.field.startAndUse' : 'webhooks.field.useListener')}
            </Button>
          )
        : value === '' && (
            <p className={styles.unreachable}>{t('webhooks.field.unreachable', { host: new URL(baseUrl).hostname })}</p>
          )}
      {provider === 'paperbanana' && endpoint.job && <Precedence value={value} />}
    </>
  );
}
