import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call, useOperation } from '../api';
import { Hint } from '../ui/hint';
import { useUi } from '../ui-store';
import styles from './shell.module.css';

const healthSchema = z.object({ status: z.string(), version: z.string().nullish() });

/**
 * Asked once when the window has settled, and on a press: no timer runs for it. Without an account nobody has named a
 * server, so nothing leaves this computer before the press.
 */
const SETTLED_MS = 1500;

/** The small state beside Live or Demo: whether the active PaperBanana server answers, and its version. */
export function ServerState() {
  const { t } = useTranslation();
  const mode = useUi((state) => state.mode);
  const { data: profiles } = useOperation('profile.list', undefined);
  const named = mode === 'demo' || profiles?.some(({ provider }) => provider === 'paperbanana') === true;
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSettled(true);
    }, SETTLED_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  const health = useQuery({
    queryKey: ['server-health', mode],
    queryFn: async () =>
      healthSchema.parse((await call('call.run', { endpoint: 'paperbanana.health', input: {} })).answer),
    enabled: settled && named,
  });

  const version = health.data?.version;
  const words = health.isFetching
    ? t('shell.serverAsking')
    : health.data
      ? version
        ? t('shell.serverUp', { version })
        : t('shell.serverUpNoVersion')
      : health.isError
        ? t('shell.serverDown')
        : t('shell.serverNotAsked');
  const dot = health.data ? 'up' : health.isError ? 'down' : 'unknown';
  return (
    <Hint label={words}>
      <button
        type="button"
        className={`${styles.live} pl-focus`}
        data-demo={mode === 'demo' ? '' : undefined}
        aria-label={`${t(`shell.${mode}`)}. ${words}. ${t('shell.askServer')}`}
        onClick={() => {
          void health.refetch();
        }}
      >
        {mode === 'demo' && <FlaskConical size={14} strokeWidth={1.6} aria-hidden />}
        <span className={styles.dot} data-state={dot} />
        <span>{t(`shell.${mode}`)}</span>
      </button>
    </Hint>
  );
}
