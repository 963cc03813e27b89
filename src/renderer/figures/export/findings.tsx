import { Button } from '@mantine/core';
import { Check, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActedFinding } from '../../../shared/figure-export';
import styles from './export.module.css';
import { actionText, findingText, mendText } from './finding-words';
import { canMend, mend } from './mend';

type Level = ActedFinding['level'];

const ICONS: Record<Level, LucideIcon> = { fail: CircleX, warn: TriangleAlert, pass: Check };

function Sign({ level }: { level: Level }) {
  const Icon = ICONS[level];
  return <Icon size={14} strokeWidth={1.6} aria-hidden />;
}

export function Counts({ findings }: { findings: readonly ActedFinding[] }) {
  const { t } = useTranslation();
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const [fails, warnings] = [count('fail'), count('warn')];
  return (
    <span className={styles.counts} data-testid="preflight-counts">
      {fails > 0 && (
        <span className={styles.count} data-level="fail">
          <Sign level="fail" />
          {t('figureExport.fails', { count: fails })}
        </span>
      )}
      {warnings > 0 && (
        <span className={styles.count} data-level="warn">
          <Sign level="warn" />
          {t('figureExport.warnings', { count: warnings })}
        </span>
      )}
      {fails + warnings === 0 && (
        <span className={styles.count} data-level="pass">
          <Sign level="pass" />
          {t('figureExport.allPass')}
        </span>
      )}
    </span>
  );
}

function Line({ finding, panels }: { finding: ActedFinding; panels: number }) {
  const { t } = useTranslation();
  const { level, action } = finding;
  const hint = level === 'pass' ? undefined : mendText(finding, panels);
  return (
    <li className={styles.finding} data-level={level} data-code={finding.code}>
      <Sign level={level} />
      <span className={styles.words}>
        <strong>{t(`figureExport.levels.${level}`)}</strong>
        {findingText(finding, panels)}
        {hint !== undefined && <small>{hint}</small>}
      </span>
      {action && canMend(action) && (
        <Button
          size="compact-xs"
          onClick={() => {
            mend(action);
          }}
        >
          {actionText(action, panels)}
        </Button>
      )}
    </li>
  );
}

/** Fails first, then warnings, then what is right; each with the press that mends it. */
export function Findings({ findings, panels }: { findings: readonly ActedFinding[]; panels: number }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.findings} aria-label={t('figureExport.list')} data-testid="findings">
      {findings.map((finding, index) => (
        <Line key={`${finding.code}-${finding.panel ?? index}`} finding={finding} panels={panels} />
      ))}
    </ul>
  );
}
