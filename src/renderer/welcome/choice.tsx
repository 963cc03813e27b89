import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Shortcut } from '../ui/shortcut';
import styles from './welcome.module.css';

interface ChoiceProps {
  /** The key that chooses it. */
  digit: string;
  title: string;
  text: string;
  action: string;
  sample: ReactNode;
  main?: boolean;
  onChoose: () => void;
}

export function Choice({ digit, title, text, action, sample, main = false, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <section className={styles.choice} aria-labelledby={id}>
      <div className={styles.sample} aria-hidden>
        {sample}
      </div>
      <div className={styles.words}>
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
        <div className={styles.act}>
          <Button size="sm" variant={main ? 'filled' : 'default'} aria-keyshortcuts={digit} onClick={onChoose}>
            {action}
          </Button>
          <Shortcut keys={digit} />
        </div>
      </div>
    </section>
  );
}
