/** Every text inside a value: an environment's values are as secret as a single field's. */
export function textsIn(value: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') found.push(next);
    else if (typeof next === 'object' && next !== null) for (const item of Object.values(next)) open.push(item);
  }
  return found;
}

/** The texts under some keys of a JSON value, deep, as long as fewer than `most` are found. */
export function textsUnder(keys: ReadonlySet<string>, value: unknown, most: number): string[] {
  const found: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0 && found.length < most) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next)) {
      for (const item of next) open.push(item);
      continue;
    }
    for (const key in next) {
      const item = (next as Record<string, unknown>)[key];
      if (keys.has(key)) found.push(...textsIn(item).slice(0, most));
      else if (typeof item === 'object') open.push(item);
    }
  }
  return found;
}

/** What stands before a text under one of the keys, and the text, in JSON that may be cut off. */
export function afterKeys(keys: ReadonlySet<string>): RegExp {
  const names = [...keys].map((key) => key.replace(/[^\w]/g, '\\$&')).join('|');
  return new RegExp(`("(?:${names})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)+)`, 'g');
}

/** The same for JSON that was cut off. */
export function textsAfter(keys: ReadonlySet<string>, text: string): string[] {
  return [...text.matchAll(afterKeys(keys))].map((match) => match[2] ?? '');
}
