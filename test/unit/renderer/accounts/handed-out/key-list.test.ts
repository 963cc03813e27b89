import { expect, it } from 'vitest';
import { listedKeys, nextSort, pageOf, type Sort } from '../../../../../src/renderer/accounts/handed-out/key-list';
import type { ShownKey } from '../../../../../src/renderer/keys/key-record';

const key = (name: string, values: Partial<ShownKey> = {}): ShownKey => ({
  key: { $secret: `handle ${name}`, hint: `pb_••••${name.slice(0, 4)}` },
  name,
  ...values,
});
const names = (keys: readonly ShownKey[]): string[] => keys.map(({ name }) => name);
const list = (keys: readonly ShownKey[], text = '', sort?: Sort) => names(listedKeys(keys, text, sort, 'en'));

it('finds by name, by the end of the key and by the webhook', () => {
  const keys = [key('Ana'), key('bot', { webhook_url: 'https://CI.example/pb' }), key('zoe')];
  expect(list(keys, 'an')).toEqual(['Ana']);
  expect(list(keys, 'ci.ex')).toEqual(['bot']);
  expect(list(keys, '••zoe')).toEqual(['zoe']);
  expect(list(keys, '  ')).toEqual(['Ana', 'bot', 'zoe']);
});

it('sorts by units left with no limit as the most, whatever way it is told', () => {
  const keys = [
    key('absent'),
    key('few', { quota_remaining: 3 }),
    key('minus', { quota_remaining: -1 }),
    key('none', { quota_remaining: 0 }),
  ];
  expect(list(keys, '', { column: 'left', down: false })).toEqual(['none', 'few', 'absent', 'minus']);
  expect(list(keys, '', { column: 'left', down: true })).toEqual(['absent', 'minus', 'few', 'none']);
});

it('sorts names as people count and leaves the server’s list as it was', () => {
  const keys = [key('key 10'), key('Key 2'), key('key 1')];
  expect(list(keys, '', { column: 'name', down: false })).toEqual(['key 1', 'Key 2', 'key 10']);
  expect(names(keys)).toEqual(['key 10', 'Key 2', 'key 1']);
});

it('sorts up, then down, then back to the server’s order', () => {
  const up = nextSort(undefined, 'used');
  expect(up).toEqual({ column: 'used', down: false });
  const down = nextSort(up, 'used');
  expect(down).toEqual({ column: 'used', down: true });
  expect(nextSort(down, 'used')).toBeUndefined();
  expect(nextSort(down, 'made')).toEqual({ column: 'made', down: false });
});

it('shows at most 50 rows at once, and the last page where the wanted one has gone', () => {
  const keys = Array.from({ length: 101 }, (_, n) => key(`key ${n}`));
  expect(pageOf(keys, 0)).toMatchObject({ page: 0, pages: 3 });
  expect(pageOf(keys, 0).rows).toHaveLength(50);
  expect(names(pageOf(keys, 9).rows)).toEqual(['key 100']);
  expect(pageOf([], 4)).toEqual({ rows: [], page: 0, pages: 1 });
});
