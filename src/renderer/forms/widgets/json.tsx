import { Button } from '@mantine/core';
import { AlignLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JsonEditor } from '../json-editor';
import { jsonText, jsonValue, isTypedJson } from '../typed-json';
import type { WidgetProps } from '../widget';
import styles from './rows.module.css';

const same = (text: string, value: unknown): boolean => JSON.stringify(jsonValue(text)) === JSON.stringify(value);

/** Any JSON. The text stays as it was typed while it says the same as the value. */
export default function JsonWidget(props: WidgetProps) {
  const { field, id, value, onChange } = props;
  const { t } = useTranslation();
  // compared when another value comes, not with every drawing: it may be long
  const [shown, setShown] = useState(() => ({ value, text: jsonText(value) }));
  if (shown.value !== value) setShown({ value, text: same(shown.text, value) ? shown.text : jsonText(value) });
  const broken = isTypedJson(value);
  return (
    <div className={styles.rows}>
      <JsonEditor
        {...props}
        labelledBy={`${id}-label`}
        required={field.required}
        text={shown.text}
        onText={(text) => {
          const next = jsonValue(text);
          setShown({ value: next, text });
          onChange(next);
        }}
      />
      <div className={styles.tools}>
        <Button
          size="compact-xs"
          leftSection={<AlignLeft size={14} strokeWidth={1.6} aria-hidden />}
          disabled={value === undefined || broken}
          onClick={() => {
            setShown({ value, text: jsonText(value) });
          }}
        >
          {t('forms.format')}
        </Button>
        {broken && <span className="meta">{t('forms.formatWhenSound')}</span>}
      </div>
    </div>
  );
}
