import { CircleQuestionMark, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever, type AppErrorData, type Spent } from '../../shared/app-error';
import { nextStepKeys } from '../../shared/i18n/next-step';
import { lookUp } from '../i18n';
import styles from './problem.module.css';
import { RawAnswer } from './raw-answer';

interface ProblemProps {
  error: AppErrorData;
  /** Buttons of the best next step. */
  actions?: ReactNode;
  /** What was lost, in words; left out: nothing. */
  lost?: string;
  /** Whose request it was: only PaperBanana counts units. */
  provider?: string;
}

type SpentKey = 'spentNo' | 'spentYes' | 'spentMaybe' | 'chargedYes' | 'chargedMaybe';

const spentKey = (spent: Spent, inUnits: boolean): SpentKey => {
  switch (spent) {
    case 'no':
      return 'spentNo';
    case 'yes':
      return inUnits ? 'spentYes' : 'chargedYes';
    case 'maybe':
      return inUnits ? 'spentMaybe' : 'chargedMaybe';
    default:
      return assertNever(spent);
  }
};

function Sign({ error }: { error: AppErrorData }) {
  if (error.spent === 'maybe') return <CircleQuestionMark size={16} strokeWidth={1.6} aria-hidden />;
  if (error.retryable) return <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />;
  return <CircleX size={16} strokeWidth={1.6} aria-hidden />;
}

/**
 * An error as every screen tells it: what happened, then Spent / Lost / Next in this order, then the server's own
 * words and the raw answer. What may pass by itself is amber, what needs somebody is red.
 */
export function Problem({ error, actions, lost, provider = 'paperbanana' }: ProblemProps) {
  const { t } = useTranslation();
  const params = { status: error.status ?? '?', ...error.params };
  const words = (part: 'title' | 'happened'): string => lookUp(`errors.${error.code}.${part}`, params) ?? '';
  const next = nextStepKeys(error)
    .map((key) => lookUp(key, params))
    .find((text) => text !== undefined);
  return (
    <section
      className={styles.problem}
      role="alert"
      data-tone={error.retryable || error.spent === 'maybe' ? 'warn' : 'bad'}
    >
      <h3 className={styles.title}>
        <Sign error={error} />
        <span>{words('title')}</span>
      </h3>
      <p className={styles.happened}>{words('happened')}</p>
      {error.detail && <p className={styles.detail}>{error.detail}</p>}
      <dl className={styles.balance}>
        <div>
          <dt>{t('common.spent')}</dt>
          <dd>{t(`common.${spentKey(error.spent, provider === 'paperbanana')}`)}</dd>
        </div>
        <div>
          <dt>{t('common.lost')}</dt>
          <dd>{lost ?? t('common.nothing')}</dd>
        </div>
        <div>
          <dt>{t('common.next')}</dt>
          <dd data-next>{next}</dd>
        </div>
      </dl>
      {actions && <div className={styles.actions}>{actions}</div>}
      {error.raw && <RawAnswer raw={error.raw} status={error.status} />}
    </section>
  );
}
