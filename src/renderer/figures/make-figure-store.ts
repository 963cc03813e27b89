import { create } from 'zustand';
import { emptyFigure, type Figure, type FigureJournal, type FigurePanel, type LabelStyle } from '../../shared/figure';
import { moved, without } from '../forms/use-rows';

export type NewPanel = Omit<FigurePanel, 'id'>;

interface FigureState {
  figure: Figure;
  past: readonly Figure[];
  future: readonly Figure[];
  /** Panels that are selected: one, or none. */
  selected: string | null;
  /** What a gesture goes on changing: its steps are one step back. Null between gestures. */
  gesture: string | null;
}

export interface FigureStoreOptions {
  newId(): string;
  now(): number;
}

const MOST_STEPS = 200;

/** The text of a panel goes where the panel goes, as long as each has one. */
function withPanels(figure: Figure, panels: FigurePanel[]): Partial<Figure> {
  const { texts } = figure.labels;
  if (texts.length !== figure.panels.length || texts.length === 0) return { panels };
  const textOf = new Map(figure.panels.map(({ id }, index) => [id, texts[index] ?? '']));
  return { panels, labels: { ...figure.labels, texts: panels.map(({ id }) => textOf.get(id) ?? '') } };
}

/** The figure that is worked on, with every step back and forth. One function for each thing that a user does. */
export function makeFigureStore({ newId, now }: FigureStoreOptions) {
  const use = create<FigureState>(() => ({
    figure: emptyFigure(newId(), now()),
    past: [],
    future: [],
    selected: null,
    gesture: null,
  }));

  /** With a `gesture` what follows under the same name joins this step, until `settle`. */
  function change(make: (figure: Figure) => Partial<Figure>, gesture: string | null = null): void {
    use.setState((state) => {
      const { figure } = state;
      const figureNow = { ...figure, ...make(figure), updatedAt: now() };
      const joins = gesture !== null && gesture === state.gesture;
      return {
        figure: figureNow,
        past: joins ? state.past : [...state.past, figure].slice(-MOST_STEPS),
        future: [],
        gesture,
      };
    });
  }

  const journal = (patch: Partial<FigureJournal>, gesture: string | null = null): void => {
    change((figure) => ({ journal: { ...figure.journal, ...patch } }), gesture);
  };

  function step(from: 'past' | 'future', to: 'past' | 'future'): void {
    use.setState((state) => {
      const figure = state[from].at(-1);
      if (!figure) return {};
      const selected = figure.panels.some(({ id }) => id === state.selected) ? state.selected : null;
      const stepped = { [from]: state[from].slice(0, -1), [to]: [...state[to], state.figure] };
      return { ...stepped, figure: { ...figure, updatedAt: now() }, selected, gesture: null };
    });
  }

  const show = (figure: Figure): void => {
    use.setState({ figure, past: [], future: [], selected: null, gesture: null });
  };

  return {
    use,
    show,
    start: () => {
      show(emptyFigure(newId(), now()));
    },
    rename: (name: string) => {
      change(() => ({ name: name.slice(0, 200) }), 'name');
    },
    addPanels(panels: readonly NewPanel[], at?: number) {
      if (panels.length === 0) return;
      const added = panels.map((panel) => ({ ...panel, id: newId() }));
      change((figure) => {
        const before = at ?? figure.panels.length;
        return withPanels(figure, [...figure.panels.slice(0, before), ...added, ...figure.panels.slice(before)]);
      });
      use.setState({ selected: added.at(-1)?.id ?? null });
    },
    movePanel(id: string, to: number) {
      const { panels } = use.getState().figure;
      const from = panels.findIndex((panel) => panel.id === id);
      const at = Math.min(Math.max(to, 0), panels.length - 1);
      if (from === -1 || at === from) return;
      change((figure) => withPanels(figure, moved(figure.panels, from, at)));
    },
    removePanel(id: string) {
      const { panels } = use.getState().figure;
      const at = panels.findIndex((panel) => panel.id === id);
      if (at === -1) return;
      change((figure) => withPanels(figure, without(figure.panels, at)));
      const left = use.getState().figure.panels;
      use.setState({ selected: (left[at] ?? left[at - 1])?.id ?? null });
    },
    select: (selected: string | null) => {
      use.setState({ selected });
    },
    setMode: (mode: Figure['mode']) => {
      change(() => ({ mode }));
    },
    setLayout: (layout: string) => {
      change(() => ({ layout }));
    },
    setLabelStyle(style: LabelStyle) {
      change(({ labels, panels }) => {
        const texts = style === 'own' && labels.texts.length === 0 ? panels.map(() => '') : labels.texts;
        return { labels: { style, texts } };
      });
    },
    setLabelTexts: (texts: string[]) => {
      change(({ labels }) => ({ labels: { ...labels, texts } }), 'texts');
    },
    /** As many as there are panels: empty ones are added, those that are too many go. */
    fitLabelTexts: () => {
      change(({ labels, panels }) => ({
        labels: { ...labels, texts: panels.map((_panel, index) => labels.texts[index] ?? '') },
      }));
    },
    setSpacing: (spacing: number) => {
      change(() => ({ spacing }), 'spacing');
    },
    setPosition: (position: Figure['position']) => {
      change(() => ({ position }));
    },
    setFontSize: (fontSize: number) => {
      change(() => ({ fontSize }), 'fontSize');
    },
    setAltText: (altText: string) => {
      change(() => ({ altText }), 'altText');
    },
    setPanelAlt: (id: string, alt: string) => {
      change(({ panels }) => ({ panels: panels.map((panel) => (panel.id === id ? { ...panel, alt } : panel)) }), 'alt');
    },
    /** Layout and journal at once, as one step: a preset, or what mends a finding. */
    setPrint: ({ layout, ...patch }: Partial<FigureJournal> & { layout?: string }) => {
      change((figure) => ({ layout: layout ?? figure.layout, journal: { ...figure.journal, ...patch } }));
    },
    /** `gesture` names what a slider or a text field goes on changing. */
    setJournal: journal,
    setLetters: (patch: Partial<FigureJournal['letters']>, gesture: string | null = null) => {
      journal({ letters: { ...use.getState().figure.journal.letters, ...patch } }, gesture);
    },
    setLetterStyle(style: FigureJournal['letters']['style']) {
      change(({ labels, panels, journal: { letters, ...rest } }) => {
        const texts = style === 'own' && labels.texts.length === 0 ? panels.map(() => '') : labels.texts;
        return { labels: { ...labels, texts }, journal: { ...rest, letters: { ...letters, style } } };
      });
    },
    /** The hand has let go: the next change is a step of its own. */
    settle: () => {
      use.setState({ gesture: null });
    },
    undo: () => {
      step('past', 'future');
    },
    redo: () => {
      step('future', 'past');
    },
  };
}
