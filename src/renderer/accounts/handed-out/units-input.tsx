import { NumberInput } from '@mantine/core';

interface UnitsInputProps {
  label: string;
  help?: string | undefined;
  value: number | '';
  error: string | undefined;
  focus?: boolean;
  onChange: (value: number | '') => void;
}

/** A number of units: whole, and none below zero. */
export function UnitsInput({ label, help, value, error, focus = false, onChange }: UnitsInputProps) {
  return (
    <NumberInput
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={value}
      error={error}
      min={0}
      max={1_000_000_000}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      {...(focus && { 'data-autofocus': true })}
      onChange={(next) => {
        onChange(typeof next === 'number' ? next : '');
      }}
    />
  );
}
