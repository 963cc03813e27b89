import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { withDescription } from '../described';
import type { WidgetProps } from '../widget';

const written = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);

function parsed(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // the schema says what it expects instead of a text
    return text;
  }
}

/** Lists and objects as JSON. The text stays as typed while it says the same as the value. */
export function JsonWidget({ field, id, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  const [text, setText] = useState(written(value));
  if (JSON.stringify(parsed(text)) !== JSON.stringify(value)) setText(written(value));
  return (
    <Textarea
      id={id}
      ref={focusRef}
      className="mono"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(parsed(event.currentTarget.value));
      }}
      onBlur={onBlur}
      error={invalid}
      minRows={3}
      maxRows={12}
      spellCheck={false}
      aria-required={field.required || undefined}
      inputContainer={withDescription(describedBy)}
      aria-invalid={invalid || undefined}
    />
  );
}
