import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { stepped, typedNumber } from './typed-number';

export interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** What is no number (yet) is the text that was typed; '' is nothing. */
  value: number | string;
  onChange: (value: number | string) => void;
  /** Where the arrow keys end. What is typed is left to whoever asked for it. */
  min?: number | undefined;
  max?: number | undefined;
  step?: number;
  /** What the arrow keys begin with in an empty field. */
  startValue?: number;
}

/** A number as it is typed: nothing is dropped, rounded or clamped behind the user's back. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  step = 1,
  startValue = min ?? 0,
  onKeyDown,
  ...input
}: NumberFieldProps) {
  const [typed, setTyped] = useState('');
  return (
    <TextInput
      inputMode={step < 1 ? 'decimal' : 'numeric'}
      autoComplete="off"
      spellCheck={false}
      {...input}
      // "1." and "1.50" stay as they were written
      value={typedNumber(typed) === value ? typed : String(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(typedNumber(text));
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
        if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        if (typeof value === 'string' && value !== '') return;
        event.preventDefault();
        onChange(value === '' ? startValue : stepped(value, direction, { step, min, max }));
      }}
    />
  );
}
