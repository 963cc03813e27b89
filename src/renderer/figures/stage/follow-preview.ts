import { figureRefusal, type Figure } from '../../../shared/figure';
import { createPreviewSource } from '../draw-preview';
import { useFigure } from '../figure-store';
import { usePreview } from '../preview-store';
import { createPreviewFollower } from './preview-follower';

const source = createPreviewSource();
const follower = createPreviewFollower({
  draw: ({ figure, maxSide }) => source.draw(figure, maxSide),
  onShow(drawn) {
    usePreview.setState({ drawn });
  },
  onProblem(problem) {
    usePreview.setState({ problem });
  },
  onBusy(busy) {
    usePreview.setState({ since: busy ? Date.now() : null });
  },
});

/** What only names and remembers a figure draws nothing. */
const isSameDrawing = (one: Figure, other: Figure): boolean =>
  one.panels === other.panels &&
  one.mode === other.mode &&
  one.layout === other.layout &&
  one.labels === other.labels &&
  one.spacing === other.spacing &&
  one.position === other.position &&
  one.fontSize === other.fontSize &&
  one.journal === other.journal;

/** Draws the figure as it is now, where it can be drawn. */
export function drawNow(): void {
  const { figure } = useFigure.getState();
  const { maxSide } = usePreview.getState();
  if (figureRefusal(figure) || maxSide === 0) {
    follower.forget();
    return;
  }
  follower.want({ figure, maxSide });
}

/** Follows figure and size for as long as the screen is open; straight from the stores, for React would cost a frame. */
export function followPreview(): () => void {
  const stops = [
    useFigure.subscribe((state, before) => {
      if (state.figure.id !== before.figure.id) usePreview.setState({ drawn: null });
      if (!isSameDrawing(state.figure, before.figure)) drawNow();
    }),
    usePreview.subscribe((state, before) => {
      if (state.maxSide !== before.maxSide) drawNow();
    }),
  ];
  drawNow();
  return () => {
    for (const stop of stops) stop();
    follower.forget();
    source.forget();
  };
}
