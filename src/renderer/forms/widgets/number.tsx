import { NumberInput } from '@mantine/core';
import { withDescription } from '../described';
import type { WidgetProps } from '../widget';

/** A number as typed. What is out of range stays and is said to be; nothing is clamped behind the user's back. */
export function NumberWidget({ field, id, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  const usual = typeof field.serverDefault === 'number' ? field.serverDefault : undefined;
  return (
    <NumberInput
      id={id}
      ref={focusRef}
      value={typeof value === 'number' || typeof value === 'string' ? value : ''}
      onChange={(next) => {
        onChange(next === '' ? undefined : next);
      }}
      onBlur={onBlur}
      error={invalid}
      allowDecimal={field.type !== 'integer'}
      clampBehavior="none"
      placeholder={usual === undefined ? '' : String(usual)}
      startValue={usual ?? field.minimum ?? 0}
      aria-required={field.required || undefined}
      inputContainer={withDescription(describedBy)}
      aria-invalid={invalid || undefined}
    />
  );
}
