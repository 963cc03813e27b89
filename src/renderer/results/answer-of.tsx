import { useMemo, type ComponentType } from 'react';
import type { z } from 'zod';
import { JobFiles } from './job-files';
import { OtherShape } from './other-shape';
import type { Result, ResultComponent, ResultProps } from './result';

export interface AnswerProps<T> {
  value: T;
  endpoint: ResultProps['endpoint'];
  result: Extract<Result, { kind: 'answer' }>;
}

/** A view for answers of one shape. Servers are not held to it: another shape is shown as it came. */
export function answerOf<T>(schema: z.ZodType<T>, View: ComponentType<AnswerProps<T>>): ResultComponent {
  return function AnswerOf({ endpoint, result }: ResultProps) {
    const answer = result.kind === 'answer' ? result.answer : undefined;
    const parsed = useMemo(() => schema.safeParse(answer), [answer]);
    // no endpoint of such a view makes a job; one that a later version declares so still shows its files
    if (result.kind === 'job') return <JobFiles job={result.job} />;
    if (!parsed.success) return <OtherShape value={answer} />;
    return <View value={parsed.data} endpoint={endpoint} result={result} />;
  };
}
