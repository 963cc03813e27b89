import { issueText } from '../../forms/words';
import { NumberField } from '../../ui/number-field';

interface UnitsInputProps {
  label: string;
  help?: string | undefined;
  value: number | string;
  error: string | undefined;
  focus?: boolean;
  onChange: (value: number | string) => void;
}

/** Why these are no units; undefined for nothing and for what the server takes. */
function unitsIssue(value: number | string): string | undefined {
  if (value === '') return undefined;
  if (!Number.isSafeInteger(value)) return issueText({ field: 'quota', code: 'expected_int' });
  return Number(value) < 0 ? issueText({ field: 'quota', code: 'too_small', params: { minimum: 0 } }) : undefined;
}

/** A number of units: whole, and none below zero. Anything else stays as it was typed and is said to be wrong. */
export function UnitsInput({ label, help, value, error, focus = false, onChange }: UnitsInputProps) {
  return (
    <NumberField
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={value}
      error={unitsIssue(value) ?? error}
      min={0}
      {...(focus && { 'data-autofocus': true })}
      onChange={onChange}
    />
  );
}
