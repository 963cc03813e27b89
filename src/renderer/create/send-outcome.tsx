import { ActionIcon, Button } from '@mantine/core';
import { CircleX, X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever, type AppErrorData } from '../../shared/app-error';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { endpointTitle } from '../ui/job-words';
import { Problem } from '../ui/problem';
import { RawAnswer } from '../ui/raw-answer';
import { useUi } from '../ui-store';
import styles from './create.module.css';
import type { Sending } from './use-send';

const AnswerPanel = lazy(() => import('./answer-panel'));

interface SendOutcomeProps {
  endpoint: Endpoint;
  sending: Sending;
  send(): void;
  enterKey(): void;
}

function Dismiss({ dismiss }: { dismiss(): void }) {
  const { t } = useTranslation();
  return (
    <ActionIcon size={24} className={styles.dismiss} aria-label={t('common.close')} onClick={dismiss}>
      <X size={14} strokeWidth={1.6} aria-hidden />
    </ActionIcon>
  );
}

/** The server (or main) refused fields: they are marked above, this says how many and that nothing was paid. */
function Refused({ error, marked, dismiss }: { error: AppErrorData; marked: number; dismiss(): void }) {
  const { t } = useTranslation();
  const byServer = error.code === 'invalid_fields';
  const elsewhere = (error.issues?.length ?? 0) - marked;
  return (
    <div className={styles.refused} role="alert">
      <CircleX size={16} strokeWidth={1.6} aria-hidden />
      <div className={styles.refusedWords}>
        <strong>{byServer ? t('create.refused', { count: marked }) : t('create.notSent', { count: marked })}</strong>
        <p>{error.spent === 'no' ? t('create.noUnitSpent') : t('create.unitMaybeSpent')}</p>
        {elsewhere > 0 && <p>{error.issues?.map(({ field, message }) => `${field}: ${message ?? ''}`).join(', ')}</p>}
        {error.raw && <RawAnswer raw={error.raw} status={error.status} />}
      </div>
      <Dismiss dismiss={dismiss} />
    </div>
  );
}

/** Leads to what comes nearest on this computer or this server. */
function Nearest({ instead }: { instead: NonNullable<Endpoint['instead']> }) {
  const { t } = useTranslation();
  const { go, openEndpoint } = useUi.getState();
  if ('screen' in instead)
    return (
      <Button
        onClick={() => {
          go(instead.screen);
        }}
      >
        {t('shell.figure')}
      </Button>
    );
  return (
    <Button
      onClick={() => {
        openEndpoint(instead.endpoint);
      }}
    >
      {endpointTitle(instead.endpoint)}
    </Button>
  );
}

/** The buttons of an error's best next step. */
function NextStep({ endpoint, error, send, enterKey }: Omit<SendOutcomeProps, 'sending'> & { error: AppErrorData }) {
  const { t } = useTranslation();
  const mode = useUi((state) => state.mode);
  const go = useUi((state) => state.go);
  switch (error.code) {
    case 'no_credential':
    case 'key_elsewhere':
    case 'key_unbound':
    case 'unauthorized':
      return mode === 'live' ? <Button onClick={enterKey}>{t('create.enterKey')}</Button> : null;
    case 'key_disabled':
    case 'quota_exhausted':
    case 'forbidden_by_server':
      return <Button onClick={() => go('accounts')}>{t('create.manageAccounts')}</Button>;
    case 'not_offered':
      return endpoint.instead ? <Nearest instead={endpoint.instead} /> : null;
    default:
      // what may have been paid for is never sent again by one careless press
      return error.retryable && error.spent === 'no' ? <Button onClick={send}>{t('common.retry')}</Button> : null;
  }
}

/** What came of sending, in a place of its own above the button: the form stays where it was. */
export function SendOutcome({ endpoint, sending, send, enterKey }: SendOutcomeProps) {
  const { state, dismiss } = sending;
  switch (state.kind) {
    case 'idle':
    case 'sending':
      return null;
    case 'refused':
      return <Refused error={state.error} marked={state.marked} dismiss={dismiss} />;
    case 'failed':
      return (
        <div className={styles.failed}>
          <Problem
            provider={endpoint.provider}
            error={state.error}
            actions={<NextStep endpoint={endpoint} error={state.error} send={send} enterKey={enterKey} />}
          />
          <Dismiss dismiss={dismiss} />
        </div>
      );
    case 'answered':
      return (
        <Suspense fallback={null}>
          <AnswerPanel answered={state} />
        </Suspense>
      );
    default:
      return assertNever(state);
  }
}
