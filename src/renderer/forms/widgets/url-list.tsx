import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { withDescription } from '../../ui/described';
import { pastedLines } from '../pasted-lines';
import { replaced, useRows, without } from '../use-rows';
import type { WidgetProps } from '../widget';
import styles from './rows.module.css';

const read = (value: unknown): string[] => (Array.isArray(value) && value.length > 0 ? value.map(String) : ['']);

function write(rows: readonly string[]): string[] | undefined {
  const written = rows.filter((row) => row !== '');
  return written.length > 0 ? written : undefined;
}

/** Web addresses, one a row. Several that are pasted at once become several rows. */
export default function UrlListWidget(props: WidgetProps) {
  const { field, id, label, value, onChange, onBlur, focusRef, invalid, describedBy, issue } = props;
  const { t } = useTranslation();
  const [rows, setRows] = useRows({ value, read, write, onChange });
  const wanted = useRef<number>(undefined);
  const inputs = useRef(new Map<number, HTMLInputElement>());
  const most = field.maxItems ?? Infinity;

  useEffect(() => {
    if (wanted.current !== undefined) inputs.current.get(wanted.current)?.focus();
    wanted.current = undefined;
  }, [rows]);

  // the value has no empty rows: its n-th item is the n-th row that says something
  const filled = rows.flatMap((row, index) => (row === '' ? [] : [index]));
  const wrong = typeof issue?.params?.['position'] === 'number' ? filled[issue.params['position'] - 1] : undefined;
  const first = wrong ?? 0;
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy} className={styles.rows}>
      {rows.map((row, index) => (
        <div key={index} className={styles.row}>
          <span className={styles.number} aria-hidden>
            {index + 1}
          </span>
          <TextInput
            id={index === 0 ? id : undefined}
            className={styles.grow}
            ref={(element) => {
              if (element) inputs.current.set(index, element);
              else inputs.current.delete(index);
              if (index === first) focusRef(element);
            }}
            type="url"
            aria-label={`${label} ${index + 1}`}
            value={row}
            error={wrong === undefined ? invalid && index === 0 : index === wrong}
            aria-invalid={(wrong === undefined ? invalid && index === 0 : index === wrong) || undefined}
            inputContainer={withDescription(index === first ? describedBy : undefined)}
            placeholder="https://"
            autoComplete="off"
            spellCheck={false}
            onBlur={onBlur}
            onChange={(event) => {
              setRows(replaced(rows, index, event.currentTarget.value.trim()));
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || rows.length >= most) return;
              event.preventDefault();
              wanted.current = index + 1;
              setRows([...rows.slice(0, index + 1), '', ...rows.slice(index + 1)]);
            }}
            onPaste={(event) => {
              const lines = pastedLines(event.clipboardData.getData('text/plain'));
              if (lines.length < 2) return;
              event.preventDefault();
              const before = row === '' ? rows.slice(0, index) : rows.slice(0, index + 1);
              setRows([...before, ...lines, ...rows.slice(index + 1)]);
            }}
          />
          <ActionIcon
            aria-label={t('forms.removeRow', { position: index + 1 })}
            disabled={rows.length === 1 && row === ''}
            onClick={() => {
              const left = without(rows, index);
              wanted.current = Math.min(index, left.length - 1);
              setRows(left.length > 0 ? left : ['']);
            }}
          >
            <X size={14} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.tools}>
        <Button
          size="compact-xs"
          leftSection={<Plus size={14} strokeWidth={1.6} aria-hidden />}
          disabled={rows.length >= most}
          onClick={() => {
            wanted.current = rows.length;
            setRows([...rows, '']);
          }}
        >
          {t('forms.addAddress')}
        </Button>
        <span className="meta number">{t('forms.countOf', { count: filled.length, most })}</span>
      </div>
    </div>
  );
}
