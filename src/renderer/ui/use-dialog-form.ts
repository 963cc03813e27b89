import { useState } from 'react';
import { toAppErrorData, type AppErrorData, type Issue } from '../../shared/app-error';
import { issueText } from '../forms/words';

/** Sends what a dialog asks for, and tells each field and the dialog what went wrong. */
export function useDialogForm() {
  const [error, setError] = useState<AppErrorData>();
  const [busy, setBusy] = useState(false);
  const issues = error?.issues ?? [];
  return {
    busy,
    issue(field: string): string | undefined {
      const issue = issues.find((one) => one.field === field);
      return issue && issueText(issue);
    },
    /** What went wrong beyond the fields that the dialog shows. */
    problemBeyond(fields: readonly string[]): AppErrorData | undefined {
      return issues.some(({ field }) => fields.includes(field)) ? undefined : error;
    },
    /** Names alone are fields that must be filled in. */
    refuse(wrong: readonly (Issue | string)[]): void {
      const issues = wrong.map((one) => (typeof one === 'string' ? { field: one, code: 'required' } : one));
      setError({ code: 'invalid_input', retryable: false, spent: 'no', issues });
    },
    send(work: Promise<void>): void {
      setBusy(true);
      setError(undefined);
      work
        .catch((caught: unknown) => {
          setError(toAppErrorData(caught));
        })
        .finally(() => {
          setBusy(false);
        });
    },
  };
}
