import { Switch } from '@mantine/core';
import type { WidgetProps } from '../widget';

/**
 * On or off. The position that the server has by itself is not sent, unless the form began with the other one: then
 * both are somebody's choice.
 */
export default function SwitchWidget({
  field,
  id,
  label,
  value,
  onChange,
  onBlur,
  focusRef,
  describedBy,
}: WidgetProps) {
  const usual = field.serverDefault === true;
  const chosen = field.required || field.initial !== undefined;
  return (
    <Switch
      id={id}
      ref={focusRef}
      label={label}
      checked={typeof value === 'boolean' ? value : usual}
      onBlur={onBlur}
      aria-describedby={describedBy}
      onChange={(event) => {
        const on = event.currentTarget.checked;
        onChange(on === usual && !chosen ? undefined : on);
      }}
    />
  );
}
