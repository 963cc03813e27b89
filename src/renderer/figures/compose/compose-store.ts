import { create } from 'zustand';
import { toAppErrorData, type AppErrorData } from '../../../shared/app-error';
import { COMPOSITE_DEFAULTS } from '../../../shared/composite-layout';
import { compositeOf, type Figure } from '../../../shared/figure';
import { call, onEvent } from '../../api';
import type { ComposeSources } from './obstacle';

/** What the server was last asked to compose, by the figure's id. */
interface Composed {
  /** The figure as it was then. */
  figure: Figure;
  /** Null while the request is under way, and where it was refused. */
  jobId: string | null;
  startedAt: number;
  error: AppErrorData | null;
  /** The result was shown once; from then on it is asked for. */
  shown: boolean;
}

interface ComposeState {
  composed: Readonly<Record<string, Composed>>;
  /** Whether preview and result are looked at. */
  comparing: boolean;
}

export const useCompose = create<ComposeState>(() => ({ composed: {}, comparing: false }));

onEvent('mode.changed', () => {
  useCompose.setState({ composed: {}, comparing: false });
});

const put = (composed: Composed): void => {
  useCompose.setState((state) => ({ composed: { ...state.composed, [composed.figure.id]: composed } }));
};

/** One unit. Asked of the store, not of the last drawing: a second press may come before it. */
export async function composeOnServer(figure: Figure, { profileId, taskIds }: ComposeSources): Promise<void> {
  const before = useCompose.getState().composed[figure.id];
  if (before && before.jobId === null && before.error === null) return;
  const startedAt = Date.now();
  put({ figure, jobId: null, startedAt, error: null, shown: false });
  const { layout, labels, spacing, labelPosition, labelFontSize } = compositeOf(figure);
  const input = {
    source_task_ids: taskIds,
    ...(layout !== COMPOSITE_DEFAULTS.layout && { layout }),
    ...(labels && { labels }),
    ...{ spacing, label_position: labelPosition, label_font_size: labelFontSize },
  };
  try {
    const { jobId } = await call('job.submit', { endpoint: 'paperbanana.composite', input, profileId });
    put({ figure, jobId, startedAt, error: null, shown: false });
  } catch (error) {
    put({ figure, jobId: null, startedAt, error: toAppErrorData(error), shown: false });
  }
}

/** Shows the result of a composing that has just ended, once, and only where its figure is still open. */
export function showResultOnce(figureId: string): void {
  const composed = useCompose.getState().composed[figureId];
  if (!composed || composed.shown) return;
  put({ ...composed, shown: true });
  useCompose.setState({ comparing: true });
}

export const compare = (comparing: boolean): void => {
  useCompose.setState({ comparing });
};
