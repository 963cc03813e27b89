import type { RuleViolation } from '../../shared/endpoints/endpoint';
import { lookUp } from '../i18n';
import { FieldMessage } from './field-message';
import { useFormScope } from './form-context';
import styles from './forms.module.css';
import { fieldLabel, ruleText } from './words';

export const ruleNoteId = (code: string): string => `rule-${code}`;

interface RuleNotesProps {
  violations: readonly RuleViolation[];
  tone?: 'broken' | 'doubt';
}

/** Fields that do not go together, or hardly: one sentence for all of them, with the ways out. */
export function RuleNotes({ violations, tone = 'broken' }: RuleNotesProps) {
  const { form } = useFormScope();
  return violations.map((violation) => (
    <div key={violation.code} className={styles.ruleNote} data-tone={tone} role="status">
      <p className={styles.ruleFields}>{violation.fields.map(fieldLabel).join(' · ')}</p>
      <FieldMessage
        id={ruleNoteId(violation.code)}
        tone={tone}
        repairs={violation.repairs.map(({ code, params, set }) => ({
          label: lookUp(`repairs.${code}`, params) ?? code,
          apply: () => {
            for (const [name, value] of Object.entries(set)) {
              form.setValue(name, value, { shouldDirty: true, shouldValidate: true });
            }
          },
        }))}
      >
        {ruleText(violation)}
      </FieldMessage>
    </div>
  ));
}
