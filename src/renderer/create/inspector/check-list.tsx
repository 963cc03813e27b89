import { Check as CheckIcon, CircleAlert, CircleDashed, Info, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/app-error';
import { fieldLabel, issueText, ruleText } from '../../forms/words';
import { lookUp } from '../../i18n';
import type { Check } from './checks';
import styles from './inspector.module.css';

type Tone = 'ok' | 'todo' | 'bad' | 'info';

const ICONS: Readonly<Record<Tone, LucideIcon>> = { ok: CheckIcon, todo: CircleDashed, bad: CircleAlert, info: Info };

function useWords(): (check: Check) => { tone: Tone; text: string } {
  const { t, i18n } = useTranslation();
  return (check) => {
    switch (check.kind) {
      case 'missing':
        return { tone: 'todo', text: t('create.checkMissing', { field: fieldLabel(check.field) }) };
      case 'wrong':
        return {
          tone: 'bad',
          text: t('create.checkWrong', { field: fieldLabel(check.issue.field), issue: issueText(check.issue) }),
        };
      case 'conflict':
        return { tone: 'bad', text: ruleText(check.violation) };
      case 'allPages':
        return { tone: 'ok', text: t('create.checkAllPages', { count: check.count }) };
      case 'pagesExist':
        return { tone: 'ok', text: t('create.checkPages', { pages: check.pages, count: check.count }) };
      case 'goTogether': {
        const values = new Intl.ListFormat(i18n.language).format(check.values);
        return { tone: 'ok', text: t('create.checkTogether', { values }) };
      }
      case 'serverPicks':
        return { tone: 'info', text: lookUp(`create.unset.${check.field}`) ?? '' };
      case 'ready':
        return { tone: 'ok', text: t('create.checkReady') };
      default:
        return assertNever(check);
    }
  };
}

export function CheckList({ checks }: { checks: readonly Check[] }) {
  const words = useWords();
  return (
    <ul className={styles.checks}>
      {checks.map((check, index) => {
        const { tone, text } = words(check);
        const Icon = ICONS[tone];
        return (
          <li key={index} data-tone={tone}>
            <Icon size={14} strokeWidth={1.6} aria-hidden />
            <span>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
