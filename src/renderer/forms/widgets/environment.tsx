import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Eye, EyeOff, Plus, X } from 'lucide-react';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { withDescription } from '../../ui/described';
import { parseEnvFile } from '../env-file';
import { environmentOf, environmentRows, rowProblem, withEntries } from '../environment';
import { replaced, useRows, without } from '../use-rows';
import type { WidgetProps } from '../widget';
import styles from './rows.module.css';

/** Names and values for a program. Values are hidden, each until it is asked for; a .env file can be pasted. */
export default function EnvironmentWidget({
  id,
  value,
  onChange,
  onBlur,
  focusRef,
  invalid,
  describedBy,
}: WidgetProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useRows({ value, read: environmentRows, write: environmentOf, onChange });
  const [revealed, setRevealed] = useState<ReadonlySet<number>>(new Set());

  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const entries = parseEnvFile(text);
    // one value with an equals sign in it may be just that
    if (entries.length === 0 || (entries.length === 1 && !text.trim().includes('\n') && event.currentTarget.id !== id))
      return;
    event.preventDefault();
    setRows(withEntries(rows, entries));
  };
  const toggle = (index: number): void => {
    const next = new Set(revealed);
    if (!next.delete(index)) next.add(index);
    setRevealed(next);
  };

  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy} className={styles.rows}>
      {rows.map((row, index) => {
        const position = index + 1;
        const problem = rowProblem(rows, index);
        const shown = revealed.has(index);
        const Icon = shown ? EyeOff : Eye;
        const problemId = `${id}-row-${position}`;
        return (
          <div key={index} className={styles.rows}>
            <div className={styles.row}>
              <TextInput
                id={index === 0 ? id : undefined}
                ref={index === 0 ? focusRef : undefined}
                className={`${styles.third ?? ''} ${styles.mono ?? ''}`}
                aria-label={t('forms.envName', { position })}
                placeholder={t('forms.envNamePlaceholder')}
                value={row.name}
                error={problem === 'nameless' || (invalid && index === 0)}
                inputContainer={withDescription(problem && problemId)}
                autoComplete="off"
                spellCheck={false}
                onBlur={onBlur}
                onPaste={paste}
                onChange={(event) => {
                  setRows(replaced(rows, index, { ...row, name: event.currentTarget.value }));
                }}
              />
              <TextInput
                className={`${styles.grow ?? ''} ${styles.mono ?? ''}`}
                type={shown ? 'text' : 'password'}
                aria-label={t('forms.envValue', { position })}
                placeholder={t('forms.envValuePlaceholder')}
                value={row.value}
                autoComplete="off"
                spellCheck={false}
                onBlur={onBlur}
                onPaste={paste}
                onChange={(event) => {
                  setRows(replaced(rows, index, { ...row, value: event.currentTarget.value }));
                }}
                rightSection={
                  <ActionIcon
                    size={24}
                    aria-label={t(shown ? 'forms.hideValue' : 'forms.revealValue', { position })}
                    onClick={() => {
                      toggle(index);
                    }}
                  >
                    <Icon size={14} strokeWidth={1.6} aria-hidden />
                  </ActionIcon>
                }
              />
              <ActionIcon
                aria-label={t('forms.removeRow', { position })}
                disabled={rows.length === 1 && row.name === '' && row.value === ''}
                onClick={() => {
                  const left = without(rows, index);
                  setRevealed(new Set());
                  setRows(left.length > 0 ? left : environmentRows(undefined));
                }}
              >
                <X size={14} strokeWidth={1.6} aria-hidden />
              </ActionIcon>
            </div>
            {problem && (
              <p id={problemId} className={styles.note} data-warn role="status">
                {t(`forms.envProblem.${problem}`, { name: row.name.trim() })}
              </p>
            )}
          </div>
        );
      })}
      <div className={styles.tools}>
        <Button
          size="compact-xs"
          leftSection={<Plus size={14} strokeWidth={1.6} aria-hidden />}
          onClick={() => {
            setRows([...rows, { name: '', value: '' }]);
          }}
        >
          {t('forms.addVariable')}
        </Button>
        <span className="meta">{t('forms.pasteEnv')}</span>
      </div>
    </div>
  );
}
