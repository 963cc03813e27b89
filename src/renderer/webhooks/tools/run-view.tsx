import { Button } from '@mantine/core';
import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call, useOperation } from '../../api';
import { attempt } from '../../ui/job-actions';
import { listText } from '../../ui/list-text';
import { clockText } from '../../ui/time-text';
import styles from '../webhooks.module.css';

/** What became of a delivery that was sent from here, attempt by attempt. */
export function RunView({ run: id }: { run: string }) {
  const { t, i18n } = useTranslation();
  const { data: run } = useOperation('webhook.run', { run: id }, { keepPrevious: true });
  if (!run) return null;
  const unanswered = (failure: string | null): string =>
    failure === 'timeout' || failure === 'stopped'
      ? t(`webhooks.bench.${failure}`)
      : t('webhooks.bench.unanswered', { failure: failure ?? '' });
  const underWay = run.state === 'sending' || run.state === 'waiting';
  return (
    <section className={styles.run} aria-label={t('webhooks.bench.attempts')}>
      <ol>
        {run.attempts.map(({ attempt: number, at, took, status, failure, nextIn }) => {
          const arrived = status !== null && status < 400;
          const Icon = arrived ? CircleCheck : CircleX;
          return (
            <li key={number} data-tone={arrived ? 'ok' : 'bad'}>
              <Icon size={14} strokeWidth={1.6} aria-hidden />
              <span className="number">{clockText(at, i18n.language, true)}</span>
              <span>{t('webhooks.bench.attemptLine', { attempt: number })}:</span>
              <span>
                {listText(
                  [
                    status === null
                      ? unanswered(failure)
                      : t('webhooks.bench.answered', { status, took: Math.round(took) }),
                    nextIn !== null && underWay && t('webhooks.bench.next', { seconds: nextIn / 1000 }),
                  ],
                  i18n.language,
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" data-testid="run-state">
        {t(`webhooks.bench.state.${run.state}`)}
      </p>
      {underWay && (
        <Button
          onClick={() => {
            attempt(call('webhook.stopRun', { run: id }));
          }}
        >
          {t('webhooks.bench.stop')}
        </Button>
      )}
    </section>
  );
}
