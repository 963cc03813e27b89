import type { ComponentType } from 'react';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import type { Asset, JobDetail } from '../../shared/job';

/** What came of a request: a plain call's answer, or a job that has come to its end. */
export type Result =
  | {
      kind: 'answer';
      answer: unknown;
      /** The file, where the answer is one. */
      asset: Asset | null;
      input: Record<string, unknown>;
    }
  | { kind: 'job'; job: JobDetail };

export interface ResultProps {
  endpoint: Endpoint;
  result: Result;
}

export type ResultComponent = ComponentType<ResultProps>;
