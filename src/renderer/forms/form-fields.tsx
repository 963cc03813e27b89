import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useId } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { FieldDescription } from '../../shared/fields';
import { listText } from '../ui/list-text';
import { useFormScope } from './form-context';
import { FormField } from './form-field';
import { layoutFields } from './form-layout';
import styles from './forms.module.css';
import { RuleNotes } from './rule-notes';
import { valueText } from './words';

function Row({ row }: { row: readonly FieldDescription[] }) {
  const { endpoint } = useFormScope();
  return (
    <div
      className={styles.row}
      data-widgets={row.map(({ widget }) => widget).join(' ')}
      data-changes={endpoint.method === 'PATCH' || undefined}
    >
      {row.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
    </div>
  );
}

/** What is set under "More options", in a line. */
function MoreSummary({ fields }: { fields: readonly FieldDescription[] }) {
  const { t, i18n } = useTranslation();
  const { form } = useFormScope();
  const values = useWatch({ control: form.control, name: fields.map(({ name }) => name) });
  const set = fields.flatMap((field, index) => (values[index] === undefined ? [] : [valueText(field, values[index])]));
  return (
    <span className={styles.moreSummary}>{set.length > 0 ? listText(set, i18n.language) : t('create.moreUnset')}</span>
  );
}

interface FormFieldsProps {
  moreOpen: boolean;
  setMoreOpen(open: boolean): void;
}

/** All fields of the endpoint, the rarer ones folded away, the broken rules below the last field that each involves. */
export function FormFields({ moreOpen, setMoreOpen }: FormFieldsProps) {
  const { t } = useTranslation();
  const { fields, violations, doubts } = useFormScope();
  const id = useId();
  const layout = useMemo(() => layoutFields(fields), [fields]);
  const rows = [...layout.rows, ...layout.more];
  const lastRow = (involved: readonly string[]): number =>
    rows.reduce((last, row, index) => (row.some(({ name }) => involved.includes(name)) ? index : last), -1);
  const open = moreOpen || violations.some((violation) => lastRow(violation.fields) >= layout.rows.length);

  const rowWithNotes = (row: readonly FieldDescription[], index: number) => (
    <div key={row[0]?.name} className={styles.rowWithNotes}>
      <Row row={row} />
      <RuleNotes violations={violations.filter((violation) => lastRow(violation.fields) === index)} />
      <RuleNotes violations={doubts.filter((doubt) => lastRow(doubt.fields) === index)} tone="doubt" />
    </div>
  );

  return (
    <>
      <div className={styles.rows}>{layout.rows.map((row, index) => rowWithNotes(row, index))}</div>
      {layout.more.length > 0 && (
        <div className={styles.more}>
          <button
            type="button"
            className={styles.moreToggle}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => {
              setMoreOpen(!open);
            }}
          >
            {open ? (
              <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
            ) : (
              <ChevronRight size={14} strokeWidth={1.6} aria-hidden />
            )}
            <span className={styles.label}>{t('create.more')}</span>
            {!open && <MoreSummary fields={layout.more.flat()} />}
          </button>
          <div id={id} hidden={!open} className={styles.rows}>
            {open && layout.more.map((row, index) => rowWithNotes(row, layout.rows.length + index))}
          </div>
        </div>
      )}
    </>
  );
}
