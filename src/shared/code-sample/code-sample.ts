import type { Endpoint } from '../endpoints/endpoint';
import type { WireRequest } from '../wire-request';
import { bashSample } from './bash';
import { filesOf, IDEMPOTENCY_VARIABLE, planCall, variablesOf } from './call-plan';
import { javascriptSample } from './javascript';
import { pythonSample } from './python';

export const SAMPLE_LANGUAGES = ['bash', 'javascript', 'python'] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

/** As tabs and menus call them, the same in every language of people. */
export const SAMPLE_NAMES: Record<SampleLanguage, string> = {
  bash: 'cURL',
  javascript: 'JavaScript',
  python: 'Python',
};

export interface CodeSample {
  code: string;
  /** Environment variables that the code needs: the key, and every secret of the input. */
  variables: string[];
  /** One more that it may take. */
  optionalVariable: string | undefined;
  /** Files that it reads from the current folder. */
  files: string[];
}

const WRITERS = { bash: bashSample, javascript: javascriptSample, python: pythonSample };

/**
 * A request as code that can be run: the body byte for byte as the program sends it, files read and encoded where
 * it runs, and every secret an environment variable.
 */
export function codeSample(language: SampleLanguage, endpoint: Endpoint, request: WireRequest): CodeSample {
  const plan = planCall(endpoint, request);
  return {
    code: WRITERS[language](plan),
    variables: variablesOf(plan),
    optionalVariable: plan.idempotencyHeader && IDEMPOTENCY_VARIABLE,
    files: filesOf(plan),
  };
}
