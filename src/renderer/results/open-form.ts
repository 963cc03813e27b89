import { call } from '../api';
import { attempt } from '../ui/job-actions';
import { wantSend } from '../ui/pending-send';
import { useUi } from '../ui-store';

type Values = Record<string, unknown>;

/**
 * Opens a form with values in it. What the form held otherwise is kept where `fill` keeps it. `send`: also sends it,
 * for questions that cost nothing.
 */
export function openForm(
  endpoint: string,
  fill: (draft: Values | null) => Values,
  { send = false }: { send?: boolean } = {},
): void {
  attempt(
    call('draft.get', { endpoint })
      .then((draft) => call('draft.set', { endpoint, values: fill(draft) }))
      .then(() => {
        if (send) wantSend(endpoint);
        useUi.getState().openEndpoint(endpoint);
      }),
  );
}
