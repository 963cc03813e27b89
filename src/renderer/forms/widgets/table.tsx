import { Button, SegmentedControl } from '@mantine/core';
import { FileUp, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../ui/disclosure';
import { formatBytes } from '../../ui/format';
import { delimitedCells, tableOfCells } from '../delimited';
import { FileProblem } from '../file-problem';
import { JsonEditor } from '../json-editor';
import { EMPTY_TABLE, readTable, tableText, type Table } from '../table';
import { withColumn, withPaste, withRow } from '../table-edits';
import { TableGrid } from '../table-grid';
import { chooseTable, tableIntake } from '../table-intake';
import { jsonOfTableFile } from '../table-of-text';
import styles from '../table.module.css';
import { asText, textOrNothing, type WidgetProps } from '../widget';

/** Of a long text this many characters are shown as what is sent. */
const SHOWN = 4000;

interface Known {
  text: string;
  reading: ReturnType<typeof readTable>;
}

const readingOf = (text: string): Known => ({ text, reading: readTable(text) });

/** A table that is sent as a text of JSON: edited as a table where it is one, else as JSON. */
export default function TableWidget(props: WidgetProps) {
  const { field, id, value, onChange, describedBy, invalid, focusRef } = props;
  const { t, i18n } = useTranslation();
  const { busy, problem, taken } = tableIntake.use();
  const text = asText(value);
  const [known, setKnown] = useState(() => readingOf(text));
  const [wantsJson, setWantsJson] = useState(false);
  const after = useRef<HTMLButtonElement>(null);
  if (known.text !== text) setKnown(readingOf(text));
  const { reading } = known;
  const table = reading.kind === 'table' ? reading.table : reading.kind === 'empty' ? EMPTY_TABLE : undefined;
  const asTable = table !== undefined && !wantsJson;

  // two changes may come in one go, such as a cell that is left and a row that is added
  const latest = useRef(table);
  useEffect(() => {
    latest.current = table;
  }, [table]);
  const put = (next: Table): void => {
    latest.current = next;
    const written = tableText(next);
    // a table that says nothing yet keeps the shape that was given to it
    setKnown({ text: written ?? '', reading: { kind: 'table', table: next } });
    onChange(written);
  };
  const edit = (change: (now: Table) => Table): void => {
    put(change(latest.current ?? EMPTY_TABLE));
  };

  useEffect(() => {
    const file = taken && tableIntake.collect();
    if (file) onChange(jsonOfTableFile(file));
  }, [taken, onChange]);

  const paste = (clip: string, row: number, column: number): boolean => {
    const cells = delimitedCells(clip, 'clipboard');
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return false;
    // into an empty table a whole one is pasted, with its names
    const whole = text === '' ? tableOfCells(cells) : undefined;
    edit((now) => whole ?? withPaste(now, row, column, cells));
    return true;
  };

  return (
    <div className={styles.table}>
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={t('forms.view')}
          value={asTable ? 'table' : 'json'}
          onChange={(view) => {
            setWantsJson(view === 'json');
          }}
          data={[
            { value: 'table', label: t('forms.asTable'), disabled: table === undefined },
            { value: 'json', label: t('forms.asJson') },
          ]}
        />
        <Button
          size="compact-xs"
          leftSection={<FileUp size={14} strokeWidth={1.6} aria-hidden />}
          loading={busy}
          onClick={() => void chooseTable()}
        >
          {t('forms.chooseTable')}
        </Button>
        {asTable && text !== '' && (
          <span className="meta number">
            {t('forms.tableSize', { rows: table.rows.length, columns: table.columns.length })}
          </span>
        )}
      </div>
      {problem && (
        <FileProblem error={problem.error} name={problem.name}>
          <Button size="compact-xs" onClick={tableIntake.forgetProblem}>
            {t('common.close')}
          </Button>
        </FileProblem>
      )}
      {asTable ? (
        <>
          <TableGrid
            labelledBy={`${id}-label`}
            describedBy={describedBy}
            table={table}
            edit={edit}
            paste={paste}
            focusRef={focusRef}
            invalid={invalid}
            leave={() => after.current?.focus()}
          />
          <p className={styles.note}>{t('forms.tableKeys')}</p>
          <div className={styles.bar}>
            <Button
              ref={after}
              size="compact-xs"
              leftSection={<Plus size={14} strokeWidth={1.6} aria-hidden />}
              onClick={() => {
                edit(withRow);
              }}
            >
              {t('forms.addRow')}
            </Button>
            <Button
              size="compact-xs"
              leftSection={<Plus size={14} strokeWidth={1.6} aria-hidden />}
              onClick={() => {
                edit(withColumn);
              }}
            >
              {t('forms.addColumn')}
            </Button>
            <SegmentedControl
              className={styles.push ?? ''}
              aria-label={t('forms.shape')}
              value={table.shape}
              onChange={(shape) => {
                edit((now) => ({ ...now, shape: shape === 'rows' ? 'rows' : 'columns' }));
              }}
              data={[
                { value: 'columns', label: t('forms.byColumns') },
                { value: 'rows', label: t('forms.byRows') },
              ]}
            />
          </div>
        </>
      ) : (
        <>
          {(reading.kind === 'other' || reading.kind === 'large') && (
            <p className={styles.note}>{t(`forms.noTable.${reading.kind}`)}</p>
          )}
          <JsonEditor
            {...props}
            labelledBy={`${id}-label`}
            required={field.required}
            text={text}
            onText={(next) => {
              onChange(textOrNothing(next.trim() === '' ? '' : next));
            }}
          />
        </>
      )}
      {asTable && text !== '' && (
        <Disclosure
          label={t('forms.whatIsSent', { field: field.name })}
          aside={formatBytes(new TextEncoder().encode(text).byteLength, i18n.language)}
        >
          {() => (
            <pre className={styles.sent} tabIndex={0} aria-label={t('forms.whatIsSent', { field: field.name })}>
              {text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}
            </pre>
          )}
        </Disclosure>
      )}
    </div>
  );
}
