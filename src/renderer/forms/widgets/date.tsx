import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { withDescription } from '../../ui/described';
import { DATE_RANGES, dateRange, dayOf, withDay } from '../date-ranges';
import { useFormScope } from '../form-context';
import { asText, textOrNothing, type WidgetProps } from '../widget';
import styles from './date.module.css';

/** An instant as text, with a calendar for its day. The first of a pair offers ranges by name for both. */
export default function DateWidget({
  field,
  id,
  value,
  onChange,
  onBlur,
  focusRef,
  invalid,
  describedBy,
}: WidgetProps) {
  const { t } = useTranslation();
  const { fields, form } = useFormScope();
  const text = asText(value);
  const pair = fields.filter(({ widget, row }) => widget === 'date' && row !== undefined && row === field.row);
  const [first, second] = pair;
  const edge = second?.name === field.name ? 'end' : 'start';
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          id={id}
          ref={focusRef}
          className={styles.text}
          value={text}
          onChange={(event) => {
            onChange(textOrNothing(event.currentTarget.value));
          }}
          onBlur={onBlur}
          error={invalid}
          placeholder={edge === 'start' ? '2026-02-01T00:00:00Z' : '2026-02-28T23:59:59Z'}
          autoComplete="off"
          spellCheck={false}
          aria-required={field.required || undefined}
          inputContainer={withDescription(describedBy)}
          aria-invalid={invalid || undefined}
        />
        <input
          type="date"
          className={styles.day}
          aria-label={t(edge === 'start' ? 'forms.firstDay' : 'forms.lastDay')}
          value={dayOf(text) ?? ''}
          onChange={(event) => {
            const day = event.currentTarget.value;
            onChange(day === '' ? undefined : withDay(text, day, edge));
          }}
          onBlur={onBlur}
        />
      </div>
      {first?.name === field.name && second && (
        <div className={styles.ranges} role="group" aria-label={t('forms.rangesLabel')}>
          {DATE_RANGES.map((name) => (
            <Button
              key={name}
              size="compact-xs"
              onClick={() => {
                const { start, end } = dateRange(name, Date.now());
                form.setValue(first.name, start, { shouldDirty: true, shouldValidate: true });
                form.setValue(second.name, end, { shouldDirty: true, shouldValidate: true });
              }}
            >
              {t(`forms.ranges.${name}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
