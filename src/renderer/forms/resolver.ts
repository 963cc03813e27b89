import type { FieldError, FieldErrors, Resolver } from 'react-hook-form';
import type { Issue } from '../../shared/app-error';
import { validateInput, type Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import { isFileRef } from '../../shared/file-ref';
import { parsePageRanges } from '../../shared/page-ranges';
import type { FormValues } from './form-values';

/** react-hook-form's error with the issue it stands for; the words are found while rendering, in the language of then. */
interface IssueError extends FieldError {
  issue: Issue;
}

export const errorOf = (issue: Issue): IssueError => ({ type: issue.code, issue });

export function issueOfError(error: unknown): Issue | undefined {
  return typeof error === 'object' && error !== null && 'issue' in error ? (error as IssueError).issue : undefined;
}

/** Pages past the end of the chosen PDF: only the form knows how many there are. */
export function pagesBeyond(
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

/** The endpoint's own validation as react-hook-form's. */
export function endpointResolver(
  endpoint: Endpoint,
  pageCount: (sha256: string) => number | undefined,
): Resolver<FormValues> {
  return (values) => {
    const checked = validateInput(endpoint, values);
    const issues = [...(checked.ok ? [] : checked.issues), ...pagesBeyond(endpoint, values, pageCount)];
    if (issues.length === 0) return { values: checked.ok ? checked.input : {}, errors: {} };
    const errors: FieldErrors<FormValues> = {};
    for (const issue of issues) errors[issue.field] ??= errorOf(issue) as never;
    return { values: {}, errors };
  };
}
