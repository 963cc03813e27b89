import { Checkbox } from '@mantine/core';
import type { WidgetProps } from '../widget';
import { choiceText } from '../words';
import styles from './choices.module.css';

/** Several of a few. None ticked leaves the field to the server. */
export default function ChoicesWidget({
  field,
  id,
  value,
  onChange,
  onBlur,
  focusRef,
  invalid,
  describedBy,
  blocked,
}: WidgetProps) {
  const allowed = field.allowed ?? [];
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy} className={styles.choices}>
      {allowed.map((choice, index) => (
        <Checkbox
          key={choice}
          ref={index === 0 ? focusRef : undefined}
          label={choiceText(choice)}
          checked={chosen.includes(choice)}
          disabled={blocked.has(choice) && !chosen.includes(choice)}
          title={blocked.get(choice)}
          error={invalid}
          onBlur={onBlur}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            const next = allowed.filter((item) => (item === choice ? on : chosen.includes(item)));
            onChange(next.length > 0 ? next : undefined);
          }}
        />
      ))}
    </div>
  );
}
