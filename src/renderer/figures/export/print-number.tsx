import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './export.module.css';

interface PrintNumberProps {
  label: string;
  unit: string;
  value: number;
  least: number;
  most: number;
  decimals: number;
  onChange: (value: number) => void;
  onRest: () => void;
}

/** A size that is typed: what is in range counts at once, anything else is put back when the field is left. */
export function PrintNumber({ label, unit, value, least, most, decimals, onChange, onRest }: PrintNumberProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      // a value that comes from elsewhere (a preset, a mend, a step back) replaces what is typed
      label={label}
      value={value}
      min={least}
      max={most}
      decimalScale={decimals}
      allowNegative={false}
      clampBehavior="blur"
      rightSection={<span className={styles.fact}>{unit}</span>}
      rightSectionWidth={40}
      title={t('figureExport.outOfRange', { least, most })}
      onChange={(typed) => {
        if (typeof typed === 'number' && typed >= least && typed <= most && typed !== value) onChange(typed);
      }}
      onBlur={onRest}
    />
  );
}
