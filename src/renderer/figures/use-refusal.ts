import { useMemo } from 'react';
import type { CompositeRefusal } from '../../shared/composite-layout';
import { figureRefusal } from '../../shared/figure';
import { useFigure } from './figure-store';

/** What stands against drawing the figure. The same object as long as it is the same refusal: drawn anew only then. */
export function useRefusal(): CompositeRefusal | undefined {
  const written = useFigure(({ figure }) => JSON.stringify(figureRefusal(figure) ?? null));
  return useMemo(() => (JSON.parse(written) as CompositeRefusal | null) ?? undefined, [written]);
}
