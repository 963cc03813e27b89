import type { WidgetProps } from '../widget';
import { choiceText } from '../words';
import { OneOf } from './one-of';
import styles from './segments.module.css';

export function SegmentsWidget(props: WidgetProps) {
  return (
    <OneOf
      {...props}
      className={styles.segments}
      optionClassName={styles.segment}
      render={(choice) => <span>{choiceText(choice)}</span>}
    />
  );
}
