import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoSettings } from '../../shared/settings';
import { BoundedNumber } from '../ui/bounded-number';
import styles from './demo.module.css';

type Failures = DemoSettings['failures'];

interface FailureProps {
  name: string;
  more: string;
  on: boolean;
  onSwitch: (on: boolean) => void;
  /** The number that belongs to it, where it has one. */
  number?: { value: number; least: number; onChange: (value: number) => void };
}

const MOST = 999;

function Failure({ name, more, on, onSwitch, number }: FailureProps) {
  const id = useId();
  return (
    <div className={styles.failure}>
      <Checkbox
        label={<span id={id}>{name}</span>}
        description={more}
        checked={on}
        onChange={(event) => {
          onSwitch(event.currentTarget.checked);
        }}
      />
      {number && on && (
        <BoundedNumber
          whole
          w={48}
          aria-labelledby={id}
          least={number.least}
          most={MOST}
          value={number.value}
          onChange={number.onChange}
        />
      )}
    </div>
  );
}

const USUAL = { quota: 2, cutAfterSending: 5, serverErrorOnPoll: 8 };

export function DemoFailures({ failures, onChange }: { failures: Failures; onChange: (failures: Failures) => void }) {
  const { t } = useTranslation();
  const change = (part: Partial<Failures>): void => {
    onChange({ ...failures, ...part });
  };
  const count = Object.values(failures).filter((value) => value !== null && value !== false).length;
  const counted = (key: keyof typeof USUAL, name: string, more: string, least: number) => (
    <Failure
      name={name}
      more={more}
      on={failures[key] !== null}
      onSwitch={(on) => {
        change({ [key]: on ? USUAL[key] : null });
      }}
      number={{
        value: failures[key] ?? USUAL[key],
        least,
        onChange: (value) => {
          change({ [key]: value });
        },
      }}
    />
  );
  return (
    <section className={styles.section} aria-labelledby="demo-failures">
      <div className={styles.line}>
        <h3 id="demo-failures">{t('demo.failures')}</h3>
        {count > 0 && <span className="secondary number">{t('demo.on', { count })}</span>}
      </div>
      {counted('quota', t('demo.quota'), t('demo.quotaMore'), 0)}
      {counted('cutAfterSending', t('demo.cut'), t('demo.oneIn'), 1)}
      {counted('serverErrorOnPoll', t('demo.serverError'), t('demo.oneIn'), 1)}
      <Failure
        name={t('demo.forget')}
        more={t('demo.forgetMore')}
        on={failures.forgetTasks}
        onSwitch={(forgetTasks) => {
          change({ forgetTasks });
        }}
      />
      <Failure
        name={t('demo.jobFails')}
        more={t('demo.jobFailsMore')}
        on={failures.jobFails}
        onSwitch={(jobFails) => {
          change({ jobFails });
        }}
      />
    </section>
  );
}
