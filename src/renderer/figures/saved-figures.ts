import { create } from 'zustand';
import i18next from 'i18next';
import { emptyFigure, type Figure } from '../../shared/figure';
import { call, onEvent, queryClient } from '../api';
import { figures, useFigure } from './figure-store';

/** So long after the last change the figure is kept. */
const SETTLED_MS = 300;

interface KeptState {
  /** When the figure was last kept, ms since epoch; null: not since it was opened. */
  keptAt: number | null;
  failed: boolean;
}

export const useKept = create<KeptState>(() => ({ keptAt: null, failed: false }));

let opening: Promise<void> | undefined;
let timer: number | undefined;
/** The figure as it lies in the store of main. */
let kept: Figure | undefined;

const isWorthKeeping = ({ panels, name }: Figure): boolean => panels.length > 0 || name !== '';

async function keep(): Promise<void> {
  window.clearTimeout(timer);
  timer = undefined;
  const { figure } = useFigure.getState();
  if (figure === kept || (kept?.id !== figure.id && !isWorthKeeping(figure))) return;
  try {
    await call('figure.save', { figure });
    kept = figure;
    useKept.setState({ keptAt: Date.now(), failed: false });
    await queryClient.invalidateQueries({ queryKey: ['figure.list'] });
  } catch {
    // said beside the name; the next change tries again
    useKept.setState({ failed: true });
  }
}

function show(figure: Figure, isKept: boolean): void {
  kept = isKept ? figure : undefined;
  figures.show(figure);
  useKept.setState({ keptAt: isKept ? figure.updatedAt : null, failed: false });
}

useFigure.subscribe((state, before) => {
  if (state.figure === before.figure || state.figure === kept) return;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void keep(), SETTLED_MS);
});

onEvent('mode.changed', () => {
  // another history: nothing of this one is written into it
  window.clearTimeout(timer);
  opening = undefined;
  kept = undefined;
  figures.start();
  useKept.setState({ keptAt: null, failed: false });
});

/** Opens what was worked on last, once in each mode. */
export function openLast(): Promise<void> {
  opening ??= (async () => {
    const [newest] = await call('figure.list', undefined);
    if (newest && useFigure.getState().figure.panels.length === 0)
      show(await call('figure.get', { id: newest.id }), true);
  })();
  return opening;
}

export async function openFigure(id: string): Promise<void> {
  await keep();
  show(await call('figure.get', { id }), true);
}

export async function startFigure(): Promise<void> {
  await openLast();
  await keep();
  show(emptyFigure(crypto.randomUUID(), Date.now()), false);
}

export async function duplicateFigure(): Promise<void> {
  const { figure } = useFigure.getState();
  await keep();
  const name = i18next.t('composer.copyOf', { name: figure.name || i18next.t('composer.untitled') }).slice(0, 200);
  show({ ...figure, id: crypto.randomUUID(), name, updatedAt: Date.now() }, false);
  await keep();
}

/** Removes it and opens the next one, where there is one. */
export async function removeFigure(id: string): Promise<void> {
  await keep();
  await call('figure.remove', { id });
  if (useFigure.getState().figure.id === id) {
    const [next] = await call('figure.list', undefined);
    if (next) show(await call('figure.get', { id: next.id }), true);
    else show(emptyFigure(crypto.randomUUID(), Date.now()), false);
  }
  await queryClient.invalidateQueries({ queryKey: ['figure.list'] });
}
