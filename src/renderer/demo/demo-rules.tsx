import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_RULES, type FailureRule } from '../../shared/settings';
import styles from './demo.module.css';
import { DemoRule } from './demo-rule';

const FIRST: FailureRule = { endpoint: '*', kind: 'status', status: 503, oneIn: 2 };

/** Failures that are aimed: one line each, in the order in which they were added. */
export function DemoRules({
  rules,
  onChange,
}: {
  rules: readonly FailureRule[];
  onChange: (rules: FailureRule[]) => void;
}) {
  const { t } = useTranslation();
  const add = useRef<HTMLButtonElement>(null);
  return (
    <section className={styles.section} aria-labelledby="demo-rules">
      <div className={styles.line}>
        <h3 id="demo-rules">{t('demo.rules')}</h3>
        {rules.length > 0 && <span className="secondary number">{t('demo.on', { count: rules.length })}</span>}
      </div>
      <p className="secondary">{t('demo.rulesMore')}</p>
      {rules.length > 0 && (
        <ul className={styles.rules}>
          {rules.map((rule, index) => (
            <DemoRule
              // lines have no names: their place is all that tells them apart
              key={index}
              rule={rule}
              number={index + 1}
              onChange={(changed) => {
                onChange(rules.map((item, at) => (at === index ? changed : item)));
              }}
              onRemove={() => {
                onChange(rules.filter((_, at) => at !== index));
                add.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <Button
        ref={add}
        variant="subtle"
        leftSection={<Plus size={14} aria-hidden />}
        disabled={rules.length >= MOST_RULES}
        onClick={() => {
          onChange([...rules, FIRST]);
        }}
      >
        {t('demo.addRule')}
      </Button>
    </section>
  );
}
