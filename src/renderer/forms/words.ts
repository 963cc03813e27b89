import type { Issue } from '../../shared/app-error';
import type { RuleViolation } from '../../shared/endpoints/endpoint';
import type { FieldDescription } from '../../shared/fields';
import { lookUp } from '../i18n';

/** What is wrong with a field. A field may have better words of its own than its code has in general. */
export function issueText(issue: Issue): string {
  const text = ownText(issue);
  const position = issue.params?.['position'];
  return position === undefined ? text : (lookUp('issues.item', { position, text }) ?? text);
}

function ownText(issue: Issue): string {
  const params = { ...issue.params, ...(issue.message !== undefined && { message: issue.message }) };
  return (
    lookUp(`issues.${issue.code}_${issue.field}`, params) ??
    lookUp(`issues.${issue.code}`, params) ??
    issue.message ??
    lookUp('issues.bad_value') ??
    issue.code
  );
}

export const ruleText = (violation: RuleViolation): string =>
  lookUp(`rules.${violation.code}`, violation.params) ?? violation.code;

export const fieldLabel = (name: string): string => lookUp(`fields.${name}.label`) ?? name;

export const fieldHelp = (name: string): string => lookUp(`fields.${name}.help`) ?? '';

/** A choice as people read it: its wire value, unless the catalogue has a word for it. */
export const choiceText = (value: string): string => lookUp(`choices.${value}`) ?? value;

/** A field's value in a few words, for summaries. */
export function valueText(field: FieldDescription, value: unknown): string {
  if (typeof value === 'boolean') {
    const label = fieldLabel(field.name);
    return value ? label : (lookUp('forms.switchedOff', { field: label }) ?? label);
  }
  if (Array.isArray(value)) return value.map((item) => choiceText(String(item))).join(', ');
  return typeof value === 'string' ? choiceText(value) : JSON.stringify(value);
}
