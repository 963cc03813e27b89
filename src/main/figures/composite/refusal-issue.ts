import type { Issue } from '../../../shared/app-error';
import type { CompositeRefusal } from '../../../shared/composite-layout';

/** The field to mend, and the words: `rule_` marks those that the form's rules have too. */
const ISSUES = {
  too_few_sources: { field: 'panels', code: 'too_few_sources' },
  layout_format: { field: 'layout', code: 'layout_format' },
  layout_not_integer: { field: 'layout', code: 'layout_not_integer' },
  layout_not_positive: { field: 'layout', code: 'layout_not_positive' },
  layout_too_small: { field: 'layout', code: 'rule_layout_too_small' },
  label_count: { field: 'labels', code: 'rule_label_count' },
} as const;

export function issueOf({ code, params }: CompositeRefusal): Issue {
  return { ...ISSUES[code], params };
}
