import type { Issue } from '../../../shared/app-error';
import { violatedRules, type Endpoint, type RuleViolation } from '../../../shared/endpoints/endpoint';
import { describeFields } from '../../../shared/fields';
import { formatPageRanges, parsePageRanges } from '../../../shared/page-ranges';
import type { FormValues } from '../../forms/form-values';
import { fieldIssues } from '../../forms/resolver';

/** One line of "Before sending". */
export type Check =
  | { kind: 'missing'; field: string }
  | { kind: 'wrong'; issue: Issue }
  | { kind: 'conflict'; violation: RuleViolation }
  | { kind: 'allPages'; count: number }
  | { kind: 'pagesExist'; pages: string; count: number }
  | { kind: 'goTogether'; values: string[] }
  /** A field left to the server about which the catalogue has something to say. */
  | { kind: 'serverPicks'; field: string }
  | { kind: 'ready' };

function pageChecks(endpoint: Endpoint, values: FormValues, pageCount: number | undefined): Check[] {
  if (pageCount === undefined) return [];
  return describeFields(endpoint.input).flatMap(({ name, widget }): Check[] => {
    if (widget !== 'page-list') return [];
    const text = values[name];
    const ranges = parsePageRanges(typeof text === 'string' ? text : '', pageCount);
    if (!ranges.ok) return [];
    return ranges.pages.length === 0
      ? [{ kind: 'allPages', count: pageCount }]
      : [{ kind: 'pagesExist', pages: formatPageRanges(ranges.pages), count: ranges.pages.length }];
  });
}

/** Choices that rules speak about, that were made, and that go together; each set once. Of days nobody doubts it. */
function harmony(endpoint: Endpoint, values: FormValues): Check[] {
  const seen = new Set<string>();
  const days = describeFields(endpoint.input).flatMap(({ name, widget }) => (widget === 'date' ? [name] : []));
  return endpoint.rules.flatMap((rule): Check[] => {
    if (rule.fields.some((name) => days.includes(name))) return [];
    const chosen = rule.fields.map((name) => values[name]).filter((value) => typeof value === 'string');
    const key = [...chosen].sort().join(' ');
    if (chosen.length < 2 || rule.check(values) || seen.has(key)) return [];
    seen.add(key);
    return [{ kind: 'goTogether', values: chosen }];
  });
}

interface CheckContext {
  /** Pages of the chosen PDF, once they are counted. */
  pageCount: number | undefined;
  /** True for fields that have something to say when they are left to the server. */
  speaksWhenUnset(field: string): boolean;
}

/** What stands between the form and a good request, then what is fine, then what is worth knowing. */
export function checksBeforeSending(endpoint: Endpoint, values: FormValues, context: CheckContext): Check[] {
  const { pageCount } = context;
  const issues = fieldIssues(endpoint, values, () => pageCount).filter(({ code }) => !code.startsWith('rule_'));
  const violations = violatedRules(endpoint, values);
  const missing = issues.filter(({ code }) => code === 'required');
  const wrong = issues.filter(({ code }) => code !== 'required');
  const found: Check[] = [
    ...missing.map(({ field }): Check => ({ kind: 'missing', field })),
    ...wrong.map((issue): Check => ({ kind: 'wrong', issue })),
    ...violations.map((violation): Check => ({ kind: 'conflict', violation })),
  ];
  const fine = [
    ...pageChecks(endpoint, values, pageCount),
    ...(violations.length > 0 ? [] : harmony(endpoint, values)),
  ];
  const notes = describeFields(endpoint.input)
    .filter(({ name }) => values[name] === undefined && context.speaksWhenUnset(name))
    .map(({ name }): Check => ({ kind: 'serverPicks', field: name }));
  const ready: Check[] = found.length === 0 && fine.length === 0 ? [{ kind: 'ready' }] : [];
  return [...found, ...ready, ...fine, ...notes];
}
