import { Tooltip } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withDescription } from './described';
import { NumberField, type NumberFieldProps } from './number-field';

interface BoundedNumberProps extends Omit<NumberFieldProps, 'value' | 'onChange' | 'min' | 'max' | 'error'> {
  value: number;
  least: number;
  most: number;
  /** Only whole numbers count. */
  whole?: boolean;
  onChange: (value: number) => void;
}

/**
 * A number that counts while it is typed, as long as it is in range. Anything else stays in the field, which says
 * why it does not count, until it is mended or another number comes from elsewhere.
 */
export function BoundedNumber({ value, least, most, whole = false, onChange, ...field }: BoundedNumberProps) {
  const { t } = useTranslation();
  const id = useId();
  const [before, setBefore] = useState(value);
  const [typed, setTyped] = useState<number | string>();
  if (before !== value) {
    setBefore(value);
    setTyped(undefined);
  }
  const wrong = typed !== undefined;
  const reason = t(whole ? 'common.wholeBetween' : 'common.numberBetween', { least, most });
  return (
    <Tooltip label={reason} opened={wrong} position="bottom-start" multiline maw={220}>
      <NumberField
        {...field}
        value={typed ?? value}
        min={least}
        max={most}
        error={wrong}
        aria-invalid={wrong || undefined}
        inputContainer={(input) => (
          <>
            {withDescription(wrong ? id : undefined)(input)}
            <span id={id} className="visually-hidden" role="status">
              {wrong && reason}
            </span>
          </>
        )}
        onChange={(next) => {
          const counts =
            typeof next === 'number' && next >= least && next <= most && (!whole || Number.isInteger(next));
          setTyped(counts ? undefined : next);
          if (counts && next !== value) onChange(next);
        }}
      />
    </Tooltip>
  );
}
