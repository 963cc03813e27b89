import { TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormScope } from '../form-context';
import { LABEL_STYLES, panelLabels, styleOf, type LabelStyle } from '../panel-labels';
import { replaced } from '../use-rows';
import type { WidgetProps } from '../widget';
import { OneOf } from './one-of';
import styles from './rows.module.css';
import segments from './segments.module.css';

const OWN = 'own';
const isStyle = (choice: unknown): choice is LabelStyle => LABEL_STYLES.some((style) => style === choice);

/** How many panels the form has chosen. */
function usePanelCount(): number {
  const { fields, form } = useFormScope();
  const name = fields.find(({ widget }) => widget === 'job-picker')?.name ?? '';
  const panels = useWatch({ control: form.control, name });
  return Array.isArray(panels) ? panels.length : 0;
}

/** A letter for each panel, by a style that follows their number, or written by hand. */
export default function LabelsWidget(props: WidgetProps) {
  const { field, label, value, onChange, onBlur } = props;
  const { t } = useTranslation();
  const count = usePanelCount();
  const labels = Array.isArray(value) ? value.map(String) : undefined;
  const [writing, setWriting] = useState(false);
  const [chosen, setChosen] = useState<LabelStyle>('(a)');
  // no panels yet, no labels yet: the style waits for them
  const style = labels && (labels.length === 0 ? chosen : styleOf(labels));
  const own = labels !== undefined && (writing || style === undefined);

  // a style letters the panels that are there now; what was written by hand stays, and is said not to fit
  const follow = useEffectEvent((panels: number) => {
    if (!own && style !== undefined && labels?.length !== panels) onChange(panelLabels(style, panels));
  });
  useEffect(() => {
    follow(count);
  }, [count]);

  const rows = own ? Array.from({ length: Math.max(count, labels.length) }, (_item, at) => labels[at] ?? '') : [];
  return (
    <div className={styles.rows}>
      <div className={segments.fit}>
        <OneOf
          {...props}
          field={{ ...field, allowed: [...LABEL_STYLES, OWN] }}
          value={own ? OWN : style}
          onChange={(choice) => {
            setWriting(choice === OWN);
            if (isStyle(choice)) setChosen(choice);
            if (choice === OWN) onChange(labels ?? panelLabels('(a)', count));
            else onChange(isStyle(choice) ? panelLabels(choice, count) : undefined);
          }}
          className={segments.segments}
          optionClassName={segments.segment}
          render={(choice) => (
            <span>{choice === OWN || choice === 'none' ? t(`forms.labelStyles.${choice}`) : choice}</span>
          )}
        />
      </div>
      {own && (
        <div className={styles.cells}>
          {rows.map((text, index) => (
            <TextInput
              key={index}
              aria-label={`${label} ${index + 1}`}
              value={text}
              error={index >= count && count > 0}
              autoComplete="off"
              spellCheck={false}
              onBlur={onBlur}
              onChange={(event) => {
                onChange(replaced(rows, index, event.currentTarget.value));
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
