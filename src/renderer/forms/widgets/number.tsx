import { useTranslation } from 'react-i18next';
import { withDescription } from '../../ui/described';
import { NumberField } from '../../ui/number-field';
import type { WidgetProps } from '../widget';
import styles from './number.module.css';

/** A number as typed. What is out of range, or no number, stays and is said to be. */
export function NumberWidget({ field, id, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  const usual = typeof field.serverDefault === 'number' ? field.serverDefault : undefined;
  return (
    <NumberField
      id={id}
      ref={focusRef}
      value={typeof value === 'number' || typeof value === 'string' ? value : ''}
      onChange={(next) => {
        onChange(next === '' ? undefined : next);
      }}
      onBlur={onBlur}
      error={invalid}
      inputMode={field.type === 'integer' ? 'numeric' : 'decimal'}
      min={field.minimum}
      max={field.maximum}
      placeholder={usual === undefined ? '' : String(usual)}
      startValue={usual ?? field.minimum ?? 0}
      aria-required={field.required || undefined}
      inputContainer={withDescription(describedBy)}
      aria-invalid={invalid || undefined}
    />
  );
}

/** The same with its range beside it. */
export function IntegerWidget(props: WidgetProps) {
  const { t } = useTranslation();
  const { minimum, maximum } = props.field;
  const range =
    minimum !== undefined && maximum !== undefined
      ? t('forms.range', { minimum, maximum })
      : minimum !== undefined
        ? t('forms.atLeast', { minimum })
        : '';
  const rangeId = `${props.id}-range`;
  return (
    <div className={styles.pair}>
      <div className={styles.number}>
        <NumberWidget
          {...props}
          describedBy={[range && rangeId, props.describedBy].filter(Boolean).join(' ') || undefined}
        />
      </div>
      {range !== '' && (
        <span id={rangeId} className="meta">
          {range}
        </span>
      )}
    </div>
  );
}
