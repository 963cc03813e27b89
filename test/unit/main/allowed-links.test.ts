import { expect, it } from 'vitest';
import { allowedLink } from '../../../src/main/allowed-links';

const list = ['https://journal.example/for-authors?step=2', 'http://plain.example/', 'https://user@journal.example/'];

it('opens an address that stands in the list as a whole', () => {
  expect(allowedLink('https://journal.example/for-authors?step=2', list)).toBe(list[0]);
});

it.each([
  'https://journal.example/',
  'https://journal.example/for-authors',
  'https://journal.example/for-authors?step=2&key=pb_x',
  'https://journal.example/for-authors?step=2#pb_x',
  'https://journal.example/for-authors/?step=2',
  'https://pb_x.journal.example/for-authors?step=2',
  'https://journal.example:8443/for-authors?step=2',
  'https://user@journal.example/for-authors?step=2',
  'https://user@journal.example/',
  'http://plain.example/',
  'https://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'nonsense',
])('does not open %s', (address) => {
  expect(allowedLink(address, list)).toBeUndefined();
});
