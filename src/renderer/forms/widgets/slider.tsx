import { Slider } from '@mantine/core';
import type { WidgetProps } from '../widget';
import { NumberWidget } from './number';
import styles from './slider.module.css';

/** A slider for the hand and a number field for the exact value, always together. */
export function SliderWidget(props: WidgetProps) {
  const { field, value, onChange, onBlur, label, describedBy } = props;
  const least = field.minimum ?? 0;
  const most = field.maximum ?? 100;
  const usual = typeof field.serverDefault === 'number' ? field.serverDefault : least;
  const shown = typeof value === 'number' && Number.isFinite(value) ? value : usual;
  return (
    <div className={styles.pair}>
      <Slider
        className={styles.slider}
        data-unset={value === undefined || undefined}
        min={least}
        max={most}
        value={Math.min(most, Math.max(least, shown))}
        onChange={onChange}
        onBlur={onBlur}
        thumbLabel={label}
        thumbProps={{ 'aria-describedby': describedBy }}
      />
      <div className={styles.number}>
        <NumberWidget {...props} />
      </div>
    </div>
  );
}
