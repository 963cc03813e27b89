import { useId, type ReactNode } from 'react';
import { Hint } from '../../ui/hint';
import type { WidgetProps } from '../widget';
import styles from './one-of.module.css';

interface OneOfProps extends WidgetProps {
  className: string | undefined;
  optionClassName: string | undefined;
  render(choice: string): ReactNode;
}

/**
 * Exclusive choices as real radio buttons. Pressing the chosen one again leaves the field to the server. A choice
 * that a rule blocks can be reached, so that its reason is read, but not taken.
 */
export function OneOf({ className, optionClassName, render, ...props }: OneOfProps) {
  const { field, id, value, onChange, onBlur, focusRef, invalid, describedBy, blocked } = props;
  const name = useId();
  const choices = field.allowed ?? [];
  const anchor = choices.includes(String(value)) ? String(value) : choices[0];
  return (
    <div
      className={className}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={field.required || undefined}
      data-invalid={invalid || undefined}
    >
      {choices.map((choice) => {
        const reason = blocked.get(choice);
        const chosen = value === choice;
        return (
          <Hint key={choice} label={reason} multiline maw={260}>
            <label
              className={optionClassName}
              data-chosen={chosen || undefined}
              data-blocked={(reason !== undefined && !chosen) || undefined}
            >
              <input
                type="radio"
                className={styles.radio}
                name={name}
                value={choice}
                checked={chosen}
                ref={choice === anchor ? focusRef : undefined}
                aria-disabled={(reason !== undefined && !chosen) || undefined}
                aria-description={reason}
                onClick={() => {
                  if (chosen) {
                    if (!field.required) onChange(undefined);
                  } else if (reason === undefined) onChange(choice);
                }}
                onKeyDown={(event) => {
                  if (chosen && !field.required && [' ', 'Backspace', 'Delete'].includes(event.key)) {
                    event.preventDefault();
                    onChange(undefined);
                  }
                }}
                onChange={() => undefined}
                onBlur={onBlur}
              />
              {render(choice)}
            </label>
          </Hint>
        );
      })}
    </div>
  );
}
