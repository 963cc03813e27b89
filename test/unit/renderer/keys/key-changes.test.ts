import { expect, it } from 'vitest';
import { newKeyInput, quotaPatch, webhookPatch, withChanged, without } from '../../../../src/renderer/keys/key-changes';
import type { ShownKey } from '../../../../src/renderer/keys/key-record';

const record: ShownKey = {
  key: { $secret: 'handle', hint: 'pb_••••a41f' },
  name: 'Ana',
  quota_remaining: 5,
  quota_total: 10,
  webhook_url: 'https://ana.example/hook',
};
const values = { name: ' Ana ', limited: true, units: 7, webhookUrl: '', webhookSecret: '' } as const;

it('says “no limit” by leaving the quota out', () => {
  expect(newKeyInput(values)).toEqual({ name: 'Ana', quota: 7 });
  expect(newKeyInput({ ...values, limited: false })).toEqual({ name: 'Ana' });
  expect(newKeyInput({ ...values, units: 0, webhookUrl: ' https://a.example ', webhookSecret: 's ' })).toEqual({
    ...{ name: 'Ana', quota: 0 },
    ...{ webhook_url: 'https://a.example', webhook_secret: 's ' },
  });
});

it('sends only the units that were changed', () => {
  expect(quotaPatch(record, 5, 10)).toEqual({});
  expect(quotaPatch(record, 0, 10)).toEqual({ quota_remaining: 0 });
  expect(quotaPatch({ ...record, quota_remaining: null, quota_total: null }, '', 20)).toEqual({ quota_total: 20 });
});

it('takes a webhook or its secret away with an empty text, and leaves what was not touched', () => {
  const same = { url: 'https://ana.example/hook', secret: '', removeSecret: false };
  expect(webhookPatch(record, same)).toEqual({});
  expect(webhookPatch(record, { ...same, url: ' ' })).toEqual({ webhook_url: '' });
  expect(webhookPatch(record, { ...same, secret: 'new' })).toEqual({ webhook_secret: 'new' });
  expect(webhookPatch(record, { ...same, secret: 'new', removeSecret: true })).toEqual({ webhook_secret: '' });
});

it('renews one key’s facts under its old handle, and takes one out', () => {
  const other = { ...record, key: { $secret: 'other', hint: 'pb_••••a41f' } };
  const answer = { ...record, key: { $secret: 'new', hint: 'pb_••••a41f' }, active: false };
  expect(withChanged([record, other], record, answer)).toEqual([{ ...record, active: false }, other]);
  expect(without([record, other], record)).toEqual([other]);
});
