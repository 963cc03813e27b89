import { TextInput } from '@mantine/core';
import { withDescription } from '../described';
import { asText, textOrNothing, type WidgetProps } from '../widget';

export function UrlWidget({ field, id, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  return (
    <TextInput
      id={id}
      ref={focusRef}
      type="url"
      value={asText(value)}
      onChange={(event) => {
        onChange(textOrNothing(event.currentTarget.value.trim()));
      }}
      onBlur={onBlur}
      error={invalid}
      placeholder="https://"
      autoComplete="off"
      spellCheck={false}
      aria-required={field.required || undefined}
      inputContainer={withDescription(describedBy)}
      aria-invalid={invalid || undefined}
    />
  );
}
