import type { WidgetProps } from '../widget';
import { choiceText } from '../words';
import { OneOf } from './one-of';
import styles from './segments.module.css';

const CHOICES = ['on', 'off'] as const;

/** On, off, or as it is: for a field that has no position of its own at the server. */
export function YesNoWidget(props: WidgetProps) {
  const { field, value, onChange } = props;
  return (
    <div className={styles.fit}>
      <OneOf
        {...props}
        field={{ ...field, allowed: CHOICES }}
        value={value === true ? 'on' : value === false ? 'off' : undefined}
        onChange={(choice) => {
          onChange(choice === undefined ? undefined : choice === 'on');
        }}
        className={styles.segments}
        optionClassName={styles.segment}
        render={(choice) => <span>{choiceText(choice)}</span>}
      />
    </div>
  );
}
