import { diffArrays, diffLines } from 'diff';
import { wordsOf } from './words';

export interface DiffPart {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Two long texts that share little would take minutes to compare word by word. */
const WORDS_MS = 600;
const LINES_MS = 300;

interface Change {
  added?: boolean;
  removed?: boolean;
}
const kindOf = ({ added, removed }: Change): DiffPart['kind'] => (added ? 'new' : removed ? 'gone' : 'same');

function byWords(before: string, after: string): DiffPart[] | undefined {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { timeout: WORDS_MS });
  return changes?.map((change) => ({ kind: kindOf(change), text: change.value.join('') }));
}

function byLines(before: string, after: string): DiffPart[] {
  const changes = diffLines(before, after, { timeout: LINES_MS });
  return (
    changes?.map((change) => ({ kind: kindOf(change), text: change.value })) ?? [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]
  );
}

/**
 * Changes with nothing but a space between them are one change: words that only share their spaces have nothing in
 * common. What is gone stands before what is new.
 */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let gone = '';
  let fresh = '';
  const put = (kind: DiffPart['kind'], text: string): void => {
    if (text !== '') result.push({ kind, text });
  };
  const close = (): void => {
    put('gone', gone);
    put('new', fresh);
    gone = fresh = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const next = parts[index + 1];
    if (kind === 'gone') gone += text;
    else if (kind === 'new') fresh += text;
    else if (gone !== '' && fresh !== '' && next !== undefined && text.trim() === '') {
      gone += text;
      fresh += text;
    } else {
      close();
      put('same', text);
    }
  }
  close();
  return result;
}

/** What one text has that the other has not, by words (also of languages without spaces), else by lines. */
export function diffParts(before: string, after: string): DiffPart[] {
  return joined(byWords(before, after) ?? byLines(before, after));
}

/** One of the two texts, with what the other has not still marked. */
export function sideOf(parts: readonly DiffPart[], side: 'before' | 'after'): DiffPart[] {
  const other = side === 'before' ? 'new' : 'gone';
  return parts.filter(({ kind }) => kind !== other);
}
