import { expect, it } from 'vitest';
import { allowedLink } from '../../../src/main/allowed-links';

const profiles = ['https://figures.example.edu/api', 'http://localhost:8000'];

it.each(['https://paperbanana.me/', 'https://docs.paperbanana.me/keys', 'https://figures.example.edu/admin'])(
  'opens %s',
  (address) => {
    expect(allowedLink(address, profiles)).toBe(address);
  },
);

it.each([
  'http://paperbanana.me/',
  'http://localhost:8000/',
  'https://example.org/',
  'https://paperbanana.me.evil.org/',
  'https://evilpaperbanana.me/',
  'https://paperbanana.me@evil.org/',
  'https://user@paperbanana.me/',
  'https://figures.example.edu:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'nonsense',
])('does not open %s', (address) => {
  expect(allowedLink(address, profiles)).toBeUndefined();
});
