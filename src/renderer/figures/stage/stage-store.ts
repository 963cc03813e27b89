import { create } from 'zustand';
import { nextZoom } from '../../ui/zoom';

interface StageState {
  /** Chosen by the user; null: fitted to the window. 1 is 100 %. */
  chosen: number | null;
  /** What fits just now. */
  fitted: number;
  /** Of the rulers; null: the mode's own. */
  ruler: 'px' | 'mm' | null;
}

export const useStage = create<StageState>(() => ({ chosen: null, fitted: 1, ruler: null }));

export const zoomOf = ({ chosen, fitted }: StageState): number => chosen ?? fitted;

export const stage = {
  zoomBy(direction: 1 | -1) {
    useStage.setState((state) => ({ chosen: nextZoom(zoomOf(state), direction) }));
  },
  fit() {
    useStage.setState({ chosen: null });
  },
  actual() {
    useStage.setState({ chosen: 1 });
  },
};
