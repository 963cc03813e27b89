import { Textarea } from '@mantine/core';
import { withDescription } from '../../ui/described';
import { asText, textOrNothing, type WidgetProps } from '../widget';
import { fieldHelp } from '../words';

/** Fields that may hold whole sections begin taller than those for a sentence or two. */
const SECTION_LENGTH = 100_000;

export function LongTextWidget({ field, id, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  const section = (field.maxLength ?? 0) >= SECTION_LENGTH;
  return (
    <Textarea
      id={id}
      ref={focusRef}
      value={asText(value)}
      onChange={(event) => {
        onChange(textOrNothing(event.currentTarget.value));
      }}
      onBlur={onBlur}
      error={invalid}
      placeholder={fieldHelp(field.name)}
      minRows={section ? 6 : 2}
      maxRows={section ? 14 : 8}
      aria-required={field.required || undefined}
      inputContainer={withDescription(describedBy)}
      aria-invalid={invalid || undefined}
    />
  );
}
