type Values = Record<string, unknown>;

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * The form of a diagram with a polished prompt in it. The prompt comes first, the context that it was made from
 * stays below it; what the form held otherwise (ratio, rounds) is kept.
 */
export function diagramDraft(polished: string, asked: Values, draft: Values | null): Values {
  const context = wordsOf(asked['source_context']);
  const caption = wordsOf(asked['caption']);
  return {
    ...draft,
    source_context: context === '' ? polished : `${polished}\n\n${context}`,
    ...(caption !== '' && { caption }),
  };
}

/** The form of a plot with a polished prompt as its intent; the data that it held stay. */
export function plotDraft(polished: string, draft: Values | null): Values {
  return { ...draft, intent: polished };
}
