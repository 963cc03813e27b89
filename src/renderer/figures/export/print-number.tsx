import { BoundedNumber } from '../../ui/bounded-number';
import styles from './export.module.css';

interface PrintNumberProps {
  label: string;
  unit: string;
  value: number;
  least: number;
  most: number;
  whole?: boolean;
  onChange: (value: number) => void;
  onRest: () => void;
}

/** A size that is typed, with its unit. */
export function PrintNumber({ label, unit, value, least, most, whole = false, onChange, onRest }: PrintNumberProps) {
  return (
    <BoundedNumber
      label={label}
      // without the dust of inches
      value={Number(value.toFixed(3))}
      whole={whole}
      least={least}
      most={most}
      rightSection={<span className={styles.fact}>{unit}</span>}
      rightSectionWidth={40}
      onChange={onChange}
      onBlur={onRest}
    />
  );
}
