import { setKey } from './map-json';

/** What JSON.parse reads without anybody noticing: some 20 ms of work. */
const AT_ONCE = 40_000;
/** Deeper than any answer means to be, and far from where recursion ends. */
export const MOST_LEVELS = 500;
/** ms of work between two breaths. */
const SLICE_MS = 8;
const STEPS_BETWEEN_LOOKS = 500;

const SPACE = /[\t\n\r ]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Container = { list: unknown[]; key?: undefined } | { object: Record<string, unknown>; key: string };

/** Lets others work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function levelsOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x22) {
      at = endOfString(text, at);
      if (at < 0) return deepest;
    } else if (character === 0x7b || character === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (character === 0x7d || character === 0x5d) depth -= 1;
  }
  return deepest;
}

/** Where the string that begins at `start` has its closing quote; -1 where the text ends before it. */
export function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

class NotJson extends Error {}

/** Reads JSON a few ms at a time, so that a long answer stops nobody; its values are those of JSON.parse. */
async function parseInSlices(text: string): Promise<unknown> {
  const open: Container[] = [];
  let at = 0;
  const skip = (): void => {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    at = SPACE.lastIndex;
  };
  const string = (): string => {
    const end = text[at] === '"' ? endOfString(text, at) : -1;
    if (end < 0) throw new NotJson();
    const value = JSON.parse(text.slice(at, end + 1)) as string;
    at = end + 1;
    return value;
  };
  const expect = (character: string): void => {
    skip();
    if (text[at] !== character) throw new NotJson();
    at += 1;
  };
  const key = (): string => {
    skip();
    const name = string();
    expect(':');
    return name;
  };
  const put = (container: Container, value: unknown): void => {
    if ('list' in container) container.list.push(value);
    else setKey(container.object, container.key, value);
  };
  /** The next value; undefined where a container was opened, which waits for its first one. */
  const next = (): { value: unknown } | undefined => {
    skip();
    const character = text[at];
    if (character === '"') return { value: string() };
    if (character === '{' || character === '[') {
      if (open.length >= MOST_LEVELS) throw new NotJson();
      at += 1;
      skip();
      const isList = character === '[';
      if (text[at] === (isList ? ']' : '}')) {
        at += 1;
        return { value: isList ? [] : {} };
      }
      open.push(isList ? { list: [] } : { object: {}, key: key() });
      return undefined;
    }
    SCALAR.lastIndex = at;
    const scalar = SCALAR.exec(text)?.[0];
    if (scalar === undefined) throw new NotJson();
    at += scalar.length;
    return { value: JSON.parse(scalar) as unknown };
  };

  let since = performance.now();
  for (let steps = 1; ; steps += 1) {
    if (steps % STEPS_BETWEEN_LOOKS === 0 && performance.now() - since > SLICE_MS) {
      await breathe();
      since = performance.now();
    }
    let read = next();
    while (read) {
      const container = open.at(-1);
      skip();
      if (!container) {
        if (at < text.length) throw new NotJson();
        return read.value;
      }
      put(container, read.value);
      const character = text[at];
      at += 1;
      read = undefined;
      if (character === ',') {
        if (!('list' in container)) container.key = key();
      } else if (character === ('list' in container ? ']' : '}')) {
        open.pop();
        read = { value: 'list' in container ? container.list : container.object };
      } else throw new NotJson();
    }
  }
}

/**
 * A JSON text as a value; undefined where it is none, or is nested so deep that whoever walks through it would fall.
 * `values`: as many as it can hold at most.
 */
export function parseAtOnce(text: string, values: number): unknown {
  try {
    const json = JSON.parse(text) as unknown;
    return values >= MOST_LEVELS && levelsOf(text) > MOST_LEVELS ? undefined : json;
  } catch {
    return undefined;
  }
}

/** The same, and long ones in slices. */
export async function parseAnswer(text: string, values: number): Promise<unknown> {
  return values > AT_ONCE ? parseInSlices(text).catch(() => undefined) : parseAtOnce(text, values);
}
