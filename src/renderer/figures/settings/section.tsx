import { useId, type ReactNode } from 'react';
import styles from './settings.module.css';

export function Section({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {end}
      </div>
      {children}
    </section>
  );
}

/** A line: the name at the left, the control beside it. */
export function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span className={styles.name} aria-hidden>
        {name}
      </span>
      {children}
    </div>
  );
}
