import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../src/shared/endpoints';
import { adminHistory, adminHistoryItem } from '../../src/shared/endpoints/paperbanana-admin';
import { documentedAnswers } from '../support/documented-answers';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Every place of an object below a value, as a path. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => places(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...places(item, [...path, key])]);
}

/** The value with one place changed; `undefined` takes it away. */
function changed(value: Json, path: readonly (string | number)[], change: (before: Json) => Json | undefined): Json {
  const copy = structuredClone(value) as Record<string | number, Json>;
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<Record<string | number, Json>>((node, key) => node[key] as never, copy);
  const after = change(parent[last] ?? null);
  if (after === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = after;
  return copy;
}

const CHANGES: [string, (before: Json) => Json | undefined][] = [
  ['is missing', () => undefined],
  ['is null', () => null],
  ['is a number for a text, or its digits for a number', (before) => (typeof before === 'number' ? String(before) : 5)],
];

/** What an answer is none without: all else may be missing, null, or of another type. */
const NEEDED: Record<string, readonly string[]> = {
  'paperbanana.health': ['status'],
  'paperbanana.task': ['status'],
  'bananahub.job': ['status'],
  'paperbanana.createKey': ['key'],
  'paperbanana.listKeys': ['0.key', '1.key'],
  'paperbanana.getKey': ['key'],
  'paperbanana.updateKey': ['key'],
  'bananadev.listModels': ['data', 'data.models', 'data.models.0.modelKey', 'data.models.1.modelKey'],
  'paperbanana.adminHistory': ['items'],
  'bananadev.usage': ['data', 'data.totalCalls', 'data.totalComputeTime', 'data.totalCost'],
  'bananadev.getModel': ['data', 'data.modelKey'],
};
const SUBMISSION_NEEDS = ['task_id', 'job_id', 'data'];

describe.each(documentedAnswers())('$id', ({ id, answer }) => {
  const endpoint = [...ENDPOINTS, adminHistory, adminHistoryItem].find((one) => one.id === id)!;
  const schema = endpoint.answer.kind === 'json' ? endpoint.answer.schema : undefined;
  const needed = (path: readonly (string | number)[]): boolean => {
    const name = path.join('.');
    return (NEEDED[id] ?? (endpoint.job ? SUBMISSION_NEEDS : ['data'])).some((one) => one === name);
  };
  const optional = places(answer as Json).filter((path) => !needed(path));

  it('is read as it is documented or was observed, with fields that nobody knows', () => {
    expect(schema?.safeParse(answer).success).toBe(true);
    const more = places(answer as Json).reduce<Json>(
      (value, path) => changed(value, path, (item) => (isRecord(item) ? { ...item, extra: [1] } : item)),
      answer as Json,
    );
    expect(schema?.safeParse(more).success).toBe(true);
  });

  it.each(CHANGES)('is read where something that it can do without %s', (_what, change) => {
    for (const path of optional)
      expect([path.join('.'), schema?.safeParse(changed(answer as Json, path, change)).success]).toEqual([
        path.join('.'),
        true,
      ]);
  });
});

function isRecord(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
