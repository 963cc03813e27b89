import { Slider } from '@mantine/core';
import { BoundedNumber } from '../../ui/bounded-number';
import { figures } from '../figure-store';
import styles from './settings.module.css';

interface MeasureProps {
  name: string;
  /** The number field's, which says the unit. */
  numberName: string;
  unit: string;
  value: number;
  /** Of the slider; the number field takes what lies beyond, up to `limit`. */
  range: readonly [least: number, most: number];
  limit: number;
  step: number;
  onChange: (value: number) => void;
}

/** A slider for the hand and a number for the exact value. What the hand passes on its way is one step back. */
export function Measure({ name, numberName, unit, value, range, limit, step, onChange }: MeasureProps) {
  const [least, most] = range;
  return (
    <div className={styles.measure}>
      <Slider
        className={styles.slider ?? ''}
        min={least}
        max={most}
        step={step}
        value={Math.min(most, value)}
        thumbLabel={name}
        onChange={onChange}
        onChangeEnd={figures.settle}
      />
      <BoundedNumber
        whole={step >= 1}
        className={styles.number ?? ''}
        aria-label={numberName}
        value={value}
        least={least}
        most={limit}
        step={step}
        rightSectionWidth={40}
        rightSection={<span className="secondary">{unit}</span>}
        onChange={onChange}
        onBlur={figures.settle}
      />
    </div>
  );
}
