import { expect, it } from 'vitest';
import { addressIssue, isOpenAddress } from '../../../../src/renderer/accounts/address';

it.each(['http://figures.example', ' HTTP://10.0.0.7:8000/api', 'http://127.example'])(
  'warns of an address that shows the key: %s',
  (address) => {
    expect(isOpenAddress(address)).toBe(true);
  },
);

it.each(['https://figures.example', 'http://localhost:8000', 'http://127.1', 'http://[::1]:9', 'nonsense'])(
  'does not warn of %s',
  (address) => {
    expect(isOpenAddress(address)).toBe(false);
  },
);

it.each([
  ['', 'required'],
  ['figures', 'not_a_url'],
  ['ftp://figures.example', 'not_a_web_url'],
  ['https://figures.example?key=1', 'bad_format'],
  ['https://me:secret@figures.example', 'bad_format'],
  ['https://figures.example/base', undefined],
])('says what is wrong with %j: %s', (address, issue) => {
  expect(addressIssue(address)).toBe(issue);
});
