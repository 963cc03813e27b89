import { Select, type ComboboxItem } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inScreen } from '../../ui/portal-target';
import { withDescription } from '../../ui/described';
import type { WidgetProps } from '../widget';
import { choiceText } from '../words';
import styles from './choice.module.css';

/** One of many. A choice that a rule blocks stays in the list with its reason below it. */
export default function ChoiceWidget(props: WidgetProps) {
  const { field, id, value, onChange, onBlur, focusRef, invalid, describedBy, blocked } = props;
  const { t } = useTranslation();
  const data = (field.allowed ?? []).map((choice) => ({
    value: choice,
    label: choiceText(choice),
    disabled: blocked.has(choice) && value !== choice,
  }));
  const renderOption = ({ option }: { option: ComboboxItem }) => (
    <div className={styles.option}>
      <span>{option.label}</span>
      {option.disabled && <span className={styles.reason}>{blocked.get(option.value)}</span>}
    </div>
  );
  return (
    <Select
      id={id}
      ref={focusRef}
      data={data}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => {
        onChange(next ?? undefined);
      }}
      onBlur={onBlur}
      error={invalid}
      renderOption={renderOption}
      comboboxProps={inScreen}
      classNames={{ option: styles.row }}
      allowDeselect={!field.required}
      placeholder={field.required ? '' : t('choices.serverDefault')}
      aria-required={field.required || undefined}
      inputContainer={withDescription(describedBy)}
      aria-invalid={invalid || undefined}
    />
  );
}
