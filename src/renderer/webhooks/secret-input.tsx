import { TextInput } from '@mantine/core';

interface SecretInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  focus?: boolean;
}

/** A secret may hold anything but the line end that comes along when it is copied. */
export function SecretInput({ label, value, onChange, error, focus = false }: SecretInputProps) {
  return (
    <TextInput
      type="password"
      label={label}
      value={value}
      error={error}
      maxLength={1000}
      autoComplete="off"
      spellCheck={false}
      {...(focus && { 'data-autofocus': true })}
      onChange={(event) => {
        onChange(event.currentTarget.value.replace(/[\r\n]+$/, ''));
      }}
    />
  );
}
