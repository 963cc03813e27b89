import { memo, useId, useMemo, useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import type { ZodType } from 'zod';
import { blockedChoices, type Endpoint, type RuleViolation } from '../../shared/endpoints/endpoint';
import type { FieldDescription } from '../../shared/fields';
import { FieldFrame, helpId, messageId, SELF_HELPING } from './field-frame';
import { useFormScope } from './form-context';
import { stillWriting } from './pages';
import { entryOf } from './registry';
import { issueOfError } from './resolver';
import { ruleNoteId } from './rule-notes';
import { asText } from './widget';
import { fieldHelp, fieldLabel, ruleText } from './words';

/** Choices of a field that the other values rule out, with the reason. */
function useBlocked(field: FieldDescription): ReadonlyMap<string, string> {
  const { endpoint, form } = useFormScope();
  // only what the field's rules speak about: typing elsewhere draws nothing anew
  const others = useMemo(
    () => [
      ...new Set(endpoint.rules.filter((rule) => rule.fields.includes(field.name)).flatMap((rule) => rule.fields)),
    ],
    [endpoint, field],
  );
  const values = useWatch({ control: form.control, name: others });
  return useMemo(() => {
    const known = Object.fromEntries(others.map((name, index) => [name, values[index]]));
    const blocked = blockedChoices(endpoint, field.name, field.allowed ?? [], known);
    return new Map([...blocked].map(([choice, violation]) => [choice, ruleText(violation)]));
  }, [endpoint, field, others, values]);
}

/** Whether an empty text is a value of its own. */
const takesEmpty = (endpoint: Endpoint, { name, required, widget }: FieldDescription): boolean =>
  !required &&
  (widget === 'url' || widget === 'secret') &&
  (endpoint.input.shape[name] as ZodType | undefined)?.safeParse('').success === true;

/** One field of a form: its frame, its widget and what is wrong with it. */
export const FormField = memo(function FormField({ field }: { field: FieldDescription }) {
  const { endpoint, form, violations, doubts } = useFormScope();
  const id = useId();
  const [inside, setInside] = useState(false);
  const { field: bound, fieldState, formState } = useController({ control: form.control, name: field.name });
  const blocked = useBlocked(field);
  const { component: Component, frame } = entryOf(field);

  const found = issueOfError(fieldState.error);
  const hidden =
    found === undefined ||
    found.code.startsWith('rule_') ||
    (inside && !formState.isSubmitted && found.code === 'pages_syntax' && stillWriting(asText(bound.value)));
  const issue = hidden ? undefined : found;
  const speaksOfIt = ({ fields }: RuleViolation): boolean => fields.includes(field.name);
  const broken = violations.filter(speaksOfIt);
  const describedBy = [
    issue && messageId(id),
    ...[...broken, ...doubts.filter(speaksOfIt)].map(({ code }) => ruleNoteId(code)),
    fieldHelp(field.name) !== '' && !SELF_HELPING.has(field.widget) && helpId(id),
  ];

  const changes = endpoint.method === 'PATCH';
  return (
    <div
      onFocus={() => {
        setInside(true);
      }}
      onBlur={() => {
        setInside(false);
      }}
    >
      <FieldFrame
        kind={frame}
        field={field}
        id={id}
        value={bound.value}
        keeps={changes}
        removable={changes && takesEmpty(endpoint, field)}
        issue={issue}
        set={bound.onChange}
      >
        <Component
          field={field}
          id={id}
          label={fieldLabel(field.name)}
          value={bound.value}
          onChange={bound.onChange}
          onBlur={bound.onBlur}
          focusRef={bound.ref}
          invalid={issue !== undefined || broken.length > 0}
          describedBy={describedBy.filter(Boolean).join(' ') || undefined}
          blocked={blocked}
          issue={issue}
        />
      </FieldFrame>
    </div>
  );
});
