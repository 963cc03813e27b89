import { Button } from '@mantine/core';
import { CircleCheck, CircleDashed, CirclePause, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/app-error';
import type { ProfileView } from '../../shared/contract';
import { lookUp } from '../i18n';
import type { LastAnswer } from '../ui/last-answers';
import { useToday } from '../ui/now';
import { momentText } from '../ui/time-text';
import styles from './accounts.module.css';

type Tone = 'ok' | 'none' | 'warn' | 'bad';
const ICONS = { ok: CircleCheck, none: CircleDashed, warn: CirclePause, bad: CircleX };
/** Nobody has to do anything about the key: somebody else has to, or time will. */
const WAITING: readonly string[] = ['quota_exhausted', 'key_disabled', 'out_of_funds'];

function toneOf(said: LastAnswer['said'] | undefined): Tone {
  if (said === undefined) return 'none';
  if (said === 'working') return 'ok';
  return WAITING.includes(said) || new AppError(said).data.retryable ? 'warn' : 'bad';
}

interface LastAnswerCellProps {
  profile: ProfileView;
  answer: LastAnswer | undefined;
  /** Undefined where the key can't be changed. */
  onEnterKey: (() => void) | undefined;
}

/** What the server said last to this profile, and the one press that mends it. */
export function LastAnswerCell({ profile, answer, onEnterKey }: LastAnswerCellProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const tone = toneOf(answer?.said);
  const Icon = ICONS[tone];
  const words = answer
    ? (lookUp(`accounts.last.${answer.said}`) ?? t('accounts.last.other'))
    : t('accounts.last.never');
  const refused = answer?.said === 'unauthorized' && profile.secret !== 'none';
  return (
    <span className={styles.answer} data-tone={tone}>
      <span
        title={answer && t('accounts.lastAt', { answer: words, time: momentText(answer.at, today, i18n.language) })}
      >
        <Icon size={14} strokeWidth={1.6} aria-hidden />
        <span className="truncate">{words}</span>
      </span>
      {refused && onEnterKey && (
        <Button size="compact-xs" aria-label={t('accounts.enterAgainFor', { name: profile.name })} onClick={onEnterKey}>
          {t('accounts.enterAgain')}
        </Button>
      )}
    </span>
  );
}
