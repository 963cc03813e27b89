import { makeFigureStore } from './make-figure-store';

/** The figure of the Figure screen; it outlives the screen. */
export const figures = makeFigureStore({ newId: () => crypto.randomUUID(), now: () => Date.now() });
export const useFigure = figures.use;
