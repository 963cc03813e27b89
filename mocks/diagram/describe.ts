import type { Module, Plan } from './plan';

function listOf(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

const lower = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function pagesOf(pages: string | null): string {
  if (pages === null) return 'all pages of the paper';
  return /[,-]/.test(pages) ? `pages ${pages} of the paper` : `page ${pages} of the paper`;
}

function sentenceOf(module: Module): string {
  const name = `"${module.title}"`;
  switch (module.kind) {
    case 'stack':
      return `${name} applies ${listOf(module.blocks.map(lower))}, ${module.repeat} times over`;
    case 'bars':
      return `${name} scores the ${module.total} segments and keeps the best ${module.kept}`;
    case 'heat':
      return `${name} is drawn as a map of weights`;
    case 'memory':
      return `${name} holds the chosen keys and values`;
    case 'experts':
      return `${name} sends each input to a few of its experts and adds up their answers`;
    case 'graph':
      return `${name} passes messages over ${module.kept} hops`;
    case 'ranked':
      return `${name} ranks candidates and keeps ${module.kept}`;
    case 'maps':
      return `${name} yields feature maps at falling resolution`;
    case 'curve':
      return `${name} is shown as a loss that falls over the steps`;
    case 'fusion':
      return `${name} joins its streams into one representation`;
    case 'noise':
      return `${name} goes from noise to a clean sample step by step`;
    case 'pages':
    case 'prose':
    case 'output':
      return '';
  }
}

/** Two to four sentences on what the picture shows, as a server's description reads. */
export function describePlan(plan: Plan, direction: string): string {
  const source = plan.modules[0]?.kind === 'pages' ? pagesOf(plan.pages) : 'the source text';
  const middle = plan.modules.map(sentenceOf).filter(Boolean);
  const half = Math.ceil(middle.length / 2);
  const sentences = [
    `The diagram reads ${direction}: ${source} become tokens that pass through ${middle.length} modules.`.replace(
      /(page \d+ of the paper|the source text) become /,
      '$1 becomes ',
    ),
    `${middle.slice(0, half).join('; ')}.`,
    middle.length > half ? `${middle.slice(half).join('; ')}.` : '',
    plan.feedback ? `A dashed line (${plan.feedback.label}) leads back; the output is a distribution over words.` : '',
  ];
  return sentences.filter(Boolean).join(' ');
}
