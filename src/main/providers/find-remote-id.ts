import { climbs } from '../../shared/path-value';
import { endOfString } from '../http/parse-answer';

const LONGEST_ID = 200;
/** Quotes and brackets of an answer that are looked at: some 100 ms of work. */
const MOST_STEPS = 200_000;
const LONGEST_NAME = 30;
/** Characters of a page that are looked through. */
const PAGE_LIMIT = 2_000_000;
/** Below this depth nothing is remembered of the way there. */
const MOST_FRAMES = 10_000;
/** Line breaks, halves of emoji, what turns the direction of writing, and what a decoder puts for bytes it can't read. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u;

/** True for what can name a job in an address and in the history. */
export function isRemoteId(id: string): boolean {
  return id !== '' && id.length <= LONGEST_ID && id.trim() === id && !UNFIT.test(id) && !climbs(id);
}

/** `task_id`, `taskId` and `TASK-ID` are one name. */
const plain = (name: string): string => name.replace(/[_\s-]/g, '').toLowerCase();

/** Names that mean a job's id wherever they stand. */
const TELLING: ReadonlySet<string> = new Set(['taskid', 'jobid', 'runid', 'callid', 'generationid']);
/** What a bare `id` may stand in to be the job's: elsewhere it is a picture's, a model's, a user's. */
const WRAPPERS: ReadonlySet<string> = new Set(['data', 'task', 'job', 'run', 'result', 'response', 'api']);
/** What was asked, or what went wrong: ids in there are other jobs', or a trace's. */
const OTHERS: ReadonlySet<string> = new Set(
  'input inputs request params parameters payload body parent previous source webhook error errors detail'.split(' '),
);

interface Frame {
  isList: boolean;
  number: number;
  /** Somewhere on the way here something begins that is not about the job. */
  foreign: boolean;
  /** All the way here are wrappers of an answer. */
  wrapped: boolean;
}

const OUTSIDE: Frame = { isList: false, number: 0, foreign: false, wrapped: true };

/** The nearest id so far. */
interface Best {
  depth: number;
  id: string;
  /** Which object it stands in. */
  object: number;
  /** Another one is as near. */
  contested: boolean;
}

/** By how much a name says: the endpoint's own, one that tells, a bare `id`. */
type Finds = [own: Best | undefined, telling: Best | undefined, bare: Best | undefined];

const BRACKETS_AND_QUOTES = /["{}[\]]/g;
const SPACE = /\s*/y;
/** Digits whose end can be seen: a number that was cut off is another number. */
const INTEGER = /\d+(?=[\s,}\]])/y;
const FALSE = /false(?=[\s,}\]])/y;
const EMPTY = /(?:null|false)(?=[\s,}\]])|""|\[\s*\]|\{\s*\}/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const afterSpace = (text: string, at: number): number => at + (matchAt(SPACE, text, at)?.length ?? 0);

function unquoted(text: string, start: number, end: number): string | undefined {
  try {
    return JSON.parse(text.slice(start, end + 1)) as string;
  } catch {
    return undefined;
  }
}

/** A string, or an integer with all its digits; undefined for anything else. */
function idAt(text: string, at: number): string | undefined {
  if (text[at] !== '"') return matchAt(INTEGER, text, at);
  const end = endOfString(text, at);
  // of a long text it is known without reading that it names nothing
  return end < 0 || end - at > LONGEST_ID * 12 ? undefined : unquoted(text, at, end);
}

/** Of doubles in one object the last counts, as for every reader of JSON; between two objects none does. */
function nearer(best: Best | undefined, depth: number, id: string, object: number): Best {
  if (!best || depth < best.depth) return { depth, id, object, contested: false };
  if (depth > best.depth) return best;
  return { depth, id, object, contested: best.contested || (id !== best.id && object !== best.object) };
}

/**
 * Walks along JSON that may be cut off, wrapped in other text or written with doubles, and finds what may be the id.
 * Knows no recursion, and leaves what it can't read. `failed`: the answer speaks of an error.
 */
function gather(text: string, own: string): { finds: Finds; failed: boolean } {
  const finds: Finds = [undefined, undefined, undefined];
  const frames: Frame[] = [];
  let objects = 0;
  let deeper = 0;
  let name = '';
  let failed = false;

  const classOf = (key: string, { wrapped }: Frame): 0 | 1 | 2 | undefined => {
    if (key === 'id' || key === 'uuid') return wrapped ? (key === own ? 0 : 2) : undefined;
    return key === own ? 0 : TELLING.has(key) ? 1 : undefined;
  };
  const meet = (key: string, at: number): void => {
    const frame = frames.at(-1) ?? OUTSIDE;
    const depth = frames.length + deeper;
    if (depth <= 1 && (key === 'error' || key === 'errors')) failed ||= matchAt(EMPTY, text, at) === undefined;
    if (depth <= 1 && (key === 'success' || key === 'ok')) failed ||= matchAt(FALSE, text, at) !== undefined;
    const kind = frame.foreign ? undefined : classOf(key, frame);
    const id = kind === undefined ? undefined : idAt(text, at);
    if (kind !== undefined && id !== undefined && isRemoteId(id))
      finds[kind] = nearer(finds[kind], depth, id, frame.number);
  };
  const enter = (isList: boolean): void => {
    objects += 1;
    if (frames.length >= MOST_FRAMES) {
      deeper += 1;
      return;
    }
    const { foreign, wrapped } = frames.at(-1) ?? OUTSIDE;
    frames.push({
      isList,
      number: objects,
      foreign: foreign || OTHERS.has(name),
      wrapped: wrapped && !isList && (name === '' || WRAPPERS.has(name)),
    });
  };

  BRACKETS_AND_QUOTES.lastIndex = 0;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const found = BRACKETS_AND_QUOTES.exec(text);
    if (!found) break;
    const { index: at } = found;
    const [character] = found;
    if (character === '"') {
      const end = endOfString(text, at);
      if (end < 0) break;
      const colon = afterSpace(text, end + 1);
      let next = end + 1;
      name = '';
      if (text[colon] === ':' && frames.at(-1)?.isList !== true) {
        name = end - at > LONGEST_NAME ? '' : plain(text.slice(at + 1, end));
        const value = afterSpace(text, colon + 1);
        meet(name, value);
        // the value's own quotes begin no name
        next = text[value] === '"' ? endOfString(text, value) + 1 : value;
        if (next === 0) break;
      }
      BRACKETS_AND_QUOTES.lastIndex = next;
      continue;
    }
    if (character === '{' || character === '[') enter(character === '[');
    else if (deeper > 0) deeper -= 1;
    else frames.pop();
    name = '';
  }
  return { finds, failed };
}

/** What stands in pages and other texts that only quote the answer. */
function quoted(text: string, own: string): string | undefined {
  const names = [...new Set([own, ...TELLING])]
    .filter((name) => name !== 'id')
    .map((name) => Array.from(name).join('[_-]?'));
  const pattern = new RegExp(
    `"(?:${names.join('|')})"\\s*:\\s*(?:"([^"\\\\]{1,${LONGEST_ID}})"|(\\d+)(?=[\\s,}\\]]))`,
    'gi',
  );
  const plainText = text
    .slice(0, PAGE_LIMIT)
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replace(/\\"/g, '"');
  const ids = new Set<string>();
  for (const [, word, digits] of plainText.matchAll(pattern)) {
    const id = word ?? digits ?? '';
    if (isRemoteId(id)) ids.add(id);
    if (ids.size > 1) return undefined;
  }
  return [...ids][0];
}

/**
 * The server's name of a job, wherever it stands in an answer that is not the promised one; `own` is how the
 * endpoint calls it (`task_id`). Numbers come with all their digits. Undefined where there is none, or more than one
 * that are as good: a wrong id is worse than none, for it would be asked about in the place of the right one.
 */
export function findRemoteId(text: string, own: string): string | undefined {
  const name = plain(own);
  const { finds, failed } = gather(text, name);
  const [declared, telling, bare] = finds;
  // beside an error a bare id is the request's
  const bareOnes = name === 'id' ? [declared, bare] : [bare];
  const best = [declared, telling, bare].find((one) => one !== undefined && !(failed && bareOnes.includes(one)));
  if (best) return best.contested ? undefined : best.id;
  return /^[\s\uFEFF]*[[{]/.test(text) ? undefined : quoted(text, name);
}
