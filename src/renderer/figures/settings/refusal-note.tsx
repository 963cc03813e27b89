import { Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { CompositeRefusal } from '../../../shared/composite-layout';
import { refusalText } from '../refusal-text';
import styles from './settings.module.css';

/** What the server would say no to, beside the control that mends it. */
export function RefusalNote({ refusal, fix }: { refusal: CompositeRefusal; fix?: { name: string; run: () => void } }) {
  return (
    <div className={styles.refusal} role="alert" data-testid="refusal">
      <CircleAlert size={14} strokeWidth={1.6} aria-hidden />
      <span>{refusalText(refusal)}</span>
      {fix && (
        <Button size="compact-xs" onClick={fix.run}>
          {fix.name}
        </Button>
      )}
    </div>
  );
}
