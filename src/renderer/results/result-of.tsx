import { createElement, Suspense } from 'react';
import { RESULT_VIEWS } from './registry';
import type { ResultProps } from './result';

/** A result in the view that its endpoint declares. */
export function ResultOf(props: ResultProps) {
  return <Suspense fallback={null}>{createElement(RESULT_VIEWS[props.endpoint.view], props)}</Suspense>;
}
