import { create } from 'zustand';
import { AppError, toAppErrorData, type AppErrorData } from '../../../shared/app-error';
import type { PreflightAnswer } from '../../../shared/figure-export';
import { call } from '../../api';
import { useFigure } from '../figure-store';
import { fileKey, printRequest } from './print-request';

interface PreflightState {
  /** Of the newest figure that could be checked; it stays until the next one is there. */
  answer: PreflightAnswer | null;
  problem: AppErrorData | null;
  /** Bytes of a file that was made: for which settings, and how many. */
  made: { key: string; bytes: number } | null;
}

/** ms without a change before the figure is checked. */
const REST_MS = 120;

export const usePreflight = create<PreflightState>(() => ({ answer: null, problem: null, made: null }));

let asked = 0;

async function check(): Promise<void> {
  asked += 1;
  const own = asked;
  const request = printRequest(useFigure.getState().figure);
  if (!request) {
    usePreflight.setState({ answer: null, problem: null });
    return;
  }
  const { made } = usePreflight.getState();
  try {
    const fileBytes = made?.key === fileKey(request) ? { fileBytes: made.bytes } : {};
    const answer = await call('figure.preflight', { ...request, ...fileBytes });
    if (own === asked) usePreflight.setState({ answer, problem: null });
  } catch (error) {
    // one that a newer one has overtaken is canceled
    const canceled = error instanceof AppError && error.code === 'canceled';
    if (own === asked && !canceled) usePreflight.setState({ problem: toAppErrorData(error) });
  }
}

export function keepMade(request: Parameters<typeof fileKey>[0], bytes: number): void {
  usePreflight.setState({ made: { key: fileKey(request), bytes } });
  void check();
}

/** Checks the figure now and whenever it has changed and rests. Returns the function that stops it. */
export function followFigure(): () => void {
  let timer: number | undefined;
  void check();
  const stop = useFigure.subscribe((state, before) => {
    if (state.figure === before.figure) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void check(), REST_MS);
  });
  return () => {
    stop();
    window.clearTimeout(timer);
    // an answer under way belongs to nobody any more
    asked += 1;
  };
}
