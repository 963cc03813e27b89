import { Button } from '@mantine/core';
import { CircleCheck, CircleDashed, CircleMinus, CircleQuestionMark, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CONNECTION_STEPS, type ConnectionStep, type ProfileView } from '../../shared/profile-operations';
import { DialogFoot } from '../ui/dialog';
import { formatElapsed } from '../ui/format';
import { Problem } from '../ui/problem';
import { useElapsed } from '../ui/use-elapsed';
import styles from './connection.module.css';
import { useConnectionTest } from './use-connection-test';

const ICONS = { ok: CircleCheck, failed: CircleX, skipped: CircleMinus, unknown: CircleQuestionMark };

function Step({ name, outcome }: { name: ConnectionStep['step']; outcome: ConnectionStep | undefined }) {
  const { t } = useTranslation();
  const Icon = outcome ? ICONS[outcome.state] : CircleDashed;
  return (
    <li className={styles.step} data-state={outcome?.state}>
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      <span className={styles.part}>{t(`accounts.steps.${name}`)}</span>
      <span className={styles.state}>{outcome ? t(`accounts.stepState.${outcome.state}`) : '…'}</span>
      {outcome?.detail && outcome.state !== 'failed' && <span className={styles.detail}>{outcome.detail}</span>}
    </li>
  );
}

interface ConnectionTestProps {
  profile: ProfileView;
  onKey: ((profile: ProfileView) => void) | undefined;
  onClose: () => void;
}

/** The way of a request to the profile's server, part by part, and what to do about the part that fails. */
export function ConnectionTest({ profile, onKey, onClose }: ConnectionTestProps) {
  const { t } = useTranslation();
  const { state, again } = useConnectionTest(profile.id);
  const running = state.kind === 'running';
  const elapsed = useElapsed(running ? state.startedAt : undefined);
  const steps = state.kind === 'done' ? state.steps : [];
  const failed = steps.find((one) => one.state === 'failed');
  const shown = state.kind === 'done' ? steps.map(({ step }) => step) : CONNECTION_STEPS;
  const keyIsWrong = failed?.step === 'auth' && onKey;
  return (
    <div className={styles.test}>
      <ol className={styles.steps} aria-label={t('accounts.testTitle', { name: profile.name })}>
        {shown.map((step) => (
          <Step key={step} name={step} outcome={steps.find((one) => one.step === step)} />
        ))}
      </ol>
      <p className={styles.sum} role="status" data-tone={failed ? 'bad' : state.kind === 'done' ? 'ok' : undefined}>
        {running && t('accounts.testing', { time: formatElapsed(elapsed) })}
        {state.kind === 'done' &&
          (failed ? t('accounts.testBad', { part: t(`accounts.steps.${failed.step}`) }) : t('accounts.testGood'))}
      </p>
      {failed?.error && <Problem error={{ ...failed.error, detail: failed.error.detail ?? failed.detail }} />}
      {failed && !failed.error && failed.detail && <p className={styles.detail}>{failed.detail}</p>}
      {state.kind === 'broken' && <Problem error={state.error} />}
      <p className={styles.costs}>{t('accounts.testCosts')}</p>
      <DialogFoot>
        {keyIsWrong && (
          <Button
            onClick={() => {
              onKey(profile);
            }}
          >
            {t('accounts.replaceKey')}
          </Button>
        )}
        <Button disabled={running} onClick={again}>
          {t('accounts.testAgain')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogFoot>
    </div>
  );
}
