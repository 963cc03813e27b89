import { planJournal, MM_PER_POINT, type JournalPlan } from './journal-layout';
import type { Journal } from './journals';
import type { PanelFacts } from './panel-facts';
import type { PreflightInput } from './preflight';

/** Widths and layouts that a journal takes and that mend a figure. */
export interface Shape {
  widthMm: number;
  layout: string;
}

type Column = Journal['widths'][number];

/** The width of a column that is nearest to one: a range takes any within it. */
export const nearestIn = ({ mm, toMm = mm }: Column, wanted: number): number => Math.min(Math.max(wanted, mm), toMm);

/** The widest that the journal takes and that is at most so wide; where there is none, what the pixels reach. */
export function narrowed({ widths }: Journal, most: number): number {
  const fitting = widths.filter(({ mm }) => mm <= most).map((column) => nearestIn(column, most));
  return fitting.length === 0 ? most : Math.max(...fitting);
}

const layoutOf = (cols: number, panels: number): string => `${Math.ceil(panels / cols)}x${cols}`;

function planned({ settings, panels }: PreflightInput, shape: Shape): JournalPlan | undefined {
  try {
    return planJournal(panels, { ...settings, ...shape });
  } catch (error) {
    // gaps that leave no width
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Every shape that the journal takes, those first that change least. */
function shapes({ settings, panels, plan, journal }: PreflightInput): Shape[] {
  const { widthMm, layout } = settings;
  const widths = [
    widthMm,
    ...journal.widths.flatMap(({ mm, toMm }) => (toMm === undefined ? [mm] : [mm, toMm])),
  ].filter((mm, index, all) => all.indexOf(mm) === index);
  widths.sort((a, b) => Math.abs(a - widthMm) - Math.abs(b - widthMm));
  const cols = Array.from({ length: panels.length }, (_, index) => index + 1).filter((own) => own !== plan.cols);
  cols.sort((a, b) => Math.abs(a - plan.cols) - Math.abs(b - plan.cols));
  const layouts = [layout, ...cols.map((own) => layoutOf(own, panels.length))];
  return layouts.flatMap((own) => widths.map((mm) => ({ widthMm: mm, layout: own }))).slice(1);
}

const isHighEnough = ({ heightMm }: JournalPlan, { maxHeightMm = Infinity }: Journal): boolean =>
  heightMm <= maxHeightMm;

/** Points of a panel's smallest letters. */
const textPoints = (facts: PanelFacts, panelMm: number): number =>
  facts.smallestText === null ? Infinity : (facts.smallestText * (panelMm / facts.width)) / MM_PER_POINT;

/** A shape that comes down to the journal's height. */
export function shallower(input: PreflightInput): Shape | undefined {
  return shapes(input).find((shape) => {
    const plan = planned(input, shape);
    return plan && isHighEnough(plan, input.journal);
  });
}

/** A shape in which the panel's letters are large enough, and no other's become too small. */
export function roomier(input: PreflightInput, panel: number): Shape | undefined {
  const { panels, journal, plan: now } = input;
  const least = journal.text?.leastPoints ?? 0;
  const points = (plan: JournalPlan, index: number): number => {
    const facts = panels[index];
    return facts ? textPoints(facts, plan.cells[index]?.panel.w ?? 0) : Infinity;
  };
  return shapes(input).find((shape) => {
    const plan = planned(input, shape);
    if (!plan || !isHighEnough(plan, journal)) return false;
    return panels.every((_, index) => {
      const own = points(plan, index);
      return own >= least || (index !== panel && own >= points(now, index));
    });
  });
}
