import type { FieldError, FieldErrors, Resolver } from 'react-hook-form';
import type { Issue } from '../../shared/app-error';
import { validateInput, type Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import { isFileRef } from '../../shared/file-ref';
import { parsePageRanges } from '../../shared/page-ranges';
import type { FormValues } from './form-values';
import { isTypedJson, typedJsonIssue } from './typed-json';

/** react-hook-form's error with the issue it stands for; the words are found while rendering, in the language of then. */
interface IssueError extends FieldError {
  issue: Issue;
}

export const errorOf = (issue: Issue): IssueError => ({ type: issue.code, issue });

export function issueOfError(error: unknown): Issue | undefined {
  return typeof error === 'object' && error !== null && 'issue' in error ? (error as IssueError).issue : undefined;
}

/** Pages past the end of the chosen PDF: only the form knows how many there are. */
function pagesBeyond(
  endpoint: Endpoint,
  values: FormValues,
  pageCount: (sha256: string) => number | undefined,
): Issue[] {
  const fields = describeFields(endpoint.input);
  const pdf = fields.map(({ name }) => values[name]).find(isFileRef);
  const count = pdf && pageCount(pdf.$file);
  if (count === undefined) return [];
  return fields.flatMap(({ name, widget }) => {
    const text = values[name];
    if (widget !== 'page-list' || typeof text !== 'string') return [];
    const ranges = parsePageRanges(text, count);
    if (ranges.ok || ranges.problem.reason !== 'beyond') return [];
    const { part, pageCount: pages } = ranges.problem;
    return [{ field: name, code: 'pages_beyond', params: { part, pageCount: pages } }];
  });
}

/** A text that is no JSON in a field that wants some: said before anything that the schema might find odd about it. */
function brokenJson(endpoint: Endpoint, values: FormValues): Issue[] {
  return describeFields(endpoint.input).flatMap(({ name }) => {
    const value = values[name];
    return isTypedJson(value) ? [typedJsonIssue(name, value)] : [];
  });
}

/** All that is wrong with single fields, one issue each, in no particular order. */
export function fieldIssues(
  endpoint: Endpoint,
  values: FormValues,
  pageCount: (sha256: string) => number | undefined,
): Issue[] {
  const broken = brokenJson(endpoint, values);
  const checked = validateInput(endpoint, values);
  const known = new Set(broken.map(({ field }) => field));
  const found = checked.ok ? [] : checked.issues.filter(({ field }) => !known.has(field));
  return [...broken, ...found, ...pagesBeyond(endpoint, values, pageCount)];
}

/** The endpoint's own validation as react-hook-form's. */
export function endpointResolver(
  endpoint: Endpoint,
  pageCount: (sha256: string) => number | undefined,
): Resolver<FormValues> {
  return (values) => {
    const issues = fieldIssues(endpoint, values, pageCount);
    if (issues.length === 0) {
      const checked = validateInput(endpoint, values);
      return { values: checked.ok ? checked.input : {}, errors: {} };
    }
    const errors: FieldErrors<FormValues> = {};
    for (const issue of issues) errors[issue.field] ??= errorOf(issue) as never;
    return { values: {}, errors };
  };
}
