import i18next from 'i18next';
import { create } from 'zustand';
import { toAppErrorData, type AppErrorData } from '../../../shared/app-error';
import type { ExportedFigure } from '../../../shared/figure-export';
import { call } from '../../api';
import { attempt } from '../../ui/job-actions';
import { useFigure } from '../figure-store';
import { keepMade, usePreflight } from './preflight-store';
import { printRequest } from './print-request';

interface ExportState {
  /** Of the export under way. */
  run: string | null;
  since: number;
  /** The last file that was written, or why it was not. */
  saved: ExportedFigure | null;
  problem: AppErrorData | null;
}

export const useExport = create<ExportState>(() => ({ run: null, since: 0, saved: null, problem: null }));

/** A picture's text is no text: what asks for text that can be edited gets the file for its reviewers. */
const isReviewCopy = (): boolean =>
  usePreflight.getState().answer?.findings.some(({ code, level }) => code === 'text_editable' && level === 'warn') ??
  false;

function fileName(): string {
  const { name } = useFigure.getState().figure;
  const own = name.trim() === '' ? i18next.t('figureExport.untitled') : name;
  return isReviewCopy() ? i18next.t('figureExport.reviewName', { name: own.slice(0, 160) }) : own;
}

/** Asks where to and writes the file. `upsample`: pixels may be invented; only ever asked for by its own button. */
export async function exportFigure({ upsample = false } = {}): Promise<void> {
  const request = printRequest(useFigure.getState().figure);
  if (!request || useExport.getState().run !== null) return;
  const run = crypto.randomUUID();
  useExport.setState({ run, since: Date.now(), problem: null, saved: null });
  try {
    const { figure, output } = request;
    const saved = await call('figure.export', { figure, output: { ...output, upsample }, run, name: fileName() });
    useExport.setState({ run: null, saved });
    if (saved && !upsample) keepMade(request, saved.bytes);
  } catch (error) {
    const problem = toAppErrorData(error);
    useExport.setState({ run: null, problem: problem.code === 'canceled' ? null : problem });
  }
}

export function stopExport(): void {
  const { run } = useExport.getState();
  if (run !== null) attempt(call('figure.stopExport', { run }));
}

export function forgetProblem(): void {
  useExport.setState({ problem: null });
}
