import { randomFrom } from './random';
import type { PromptWork } from './work';

const OPENINGS: Record<string, readonly string[]> = {
  methodology: [
    'Create a publication-ready methodology diagram with a clear left-to-right flow.',
    'Create a clean academic overview figure that reads from left to right.',
  ],
  statistical_plot: [
    'Create a publication-ready statistical plot with one clear message.',
    'Create a clean statistical figure for a two-column paper.',
  ],
};

const STYLES: Record<string, readonly string[]> = {
  methodology: [
    'Use rounded rectangles for modules, thin dark arrows for data flow, and a muted palette of three hues on white.',
    'Set all labels in one sans-serif typeface at a size that stays readable at column width; avoid shadows and gradients.',
    'Group repeated blocks and mark the number of repetitions once, beside the group.',
  ],
  statistical_plot: [
    'Start the value axis at zero, label both axes with their units, and keep grid lines pale.',
    'Use a colour-blind-safe palette and write the values directly at the marks where there is room.',
    'Place the legend outside of the plotting area; remove the top and right borders.',
  ],
};

const sentence = (text: string): string => {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return /[.!?。！？]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};

/** The parts of a list in a prompt, "with a, b, and c", each on a line of its own. */
function stagesOf(description: string): string[] {
  const list = /\bwith (.+?)(?:[.;]|$)/is.exec(description)?.[1] ?? '';
  const parts = list.split(/,\s*(?:and\s+)?|\s+and\s+/).map((part) => part.trim());
  return parts.length > 2 ? parts.filter((part) => part !== '' && part.length < 120) : [];
}

/** The prompt as a stylist returns it: its own words kept, order and style added. */
export function polishPrompt(work: PromptWork, seed: string): string {
  const random = randomFrom('polish', seed);
  const target = work.target in OPENINGS ? work.target : 'methodology';
  const stages = stagesOf(work.description);
  return [
    `${random.pick(OPENINGS[target] ?? [])} ${sentence(work.description)}`,
    stages.length > 0
      ? `Show these parts in order, each as a labelled element:\n${stages.map((part, at) => `${at + 1}. ${part}`).join('\n')}`
      : '',
    work.caption === '' ? '' : `The figure must support its caption: "${work.caption.trim()}".`,
    work.source === '' ? '' : `Keep the terms of the paper: ${sentence(work.source.split(/(?<=[.!?。])\s*/)[0] ?? '')}`,
    random.shuffle(STYLES[target] ?? []).join(' '),
    work.guidelines === '' ? '' : `Follow these guidelines throughout: ${sentence(work.guidelines)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
