import { TextInput } from '@mantine/core';
import { withDescription } from '../../ui/described';
import { asText, textOrNothing, type WidgetProps } from '../widget';

export function TextWidget({ field, id, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  return (
    <TextInput
      id={id}
      ref={focusRef}
      value={asText(value)}
      onChange={(event) => {
        onChange(textOrNothing(event.currentTarget.value));
      }}
      onBlur={onBlur}
      error={invalid}
      type={field.masked ? 'password' : 'text'}
      autoComplete="off"
      spellCheck={false}
      aria-required={field.required || undefined}
      inputContainer={withDescription(describedBy)}
      aria-invalid={invalid || undefined}
    />
  );
}
