import { Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './forms.module.css';

export interface Repair {
  label: string;
  apply(): void;
}

interface FieldMessageProps {
  id: string;
  children: ReactNode;
  /** Ways out of it, one press each. */
  repairs?: readonly Repair[];
}

/** What is wrong, in a sentence that says how to mend it, with the mending itself beside it. */
export function FieldMessage({ id, children, repairs = [] }: FieldMessageProps) {
  return (
    <div className={styles.message}>
      <p id={id} className={styles.messageText}>
        <CircleAlert size={14} strokeWidth={1.6} aria-hidden />
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
