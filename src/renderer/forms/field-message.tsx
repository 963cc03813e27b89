import { Button } from '@mantine/core';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './forms.module.css';

export interface Repair {
  label: string;
  apply(): void;
}

interface FieldMessageProps {
  id: string;
  children: ReactNode;
  /** `doubt`: it may be meant so. */
  tone?: 'broken' | 'doubt';
  /** Ways out of it, one press each. */
  repairs?: readonly Repair[];
}

/** What is wrong, in a sentence that says how to mend it, with the mending itself beside it. */
export function FieldMessage({ id, children, tone = 'broken', repairs = [] }: FieldMessageProps) {
  const Sign = tone === 'doubt' ? TriangleAlert : CircleAlert;
  return (
    <div className={styles.message} data-tone={tone}>
      <p id={id} className={styles.messageText}>
        <Sign size={14} strokeWidth={1.6} aria-hidden />
        <span>{children}</span>
      </p>
      {repairs.length > 0 && (
        <div className={styles.repairs}>
          {repairs.map(({ label, apply }) => (
            <Button key={label} size="compact-xs" onClick={apply}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
