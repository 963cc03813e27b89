import { expect, it } from 'vitest';
import { addressWarning } from '../../../../src/renderer/forms/address-warning';

it.each([
  ['http://localhost:4000/hook', 'loopback'],
  ['http://127.0.0.1/', 'loopback'],
  ['http://[::1]:80/', 'loopback'],
  ['https://192.168.1.20/x', 'private'],
  ['http://10.0.0.1', 'private'],
  ['http://172.31.0.1', 'private'],
  ['http://[fd00::1]/', 'private'],
  ['http://nas.local/hook', 'local'],
  ['http://server/hook', 'local'],
  ['https://example.com/hook', undefined],
  ['http://172.32.0.1', undefined],
  ['http://8.8.8.8', undefined],
  ['not an address', undefined],
])('%s: %s', (address, warning) => {
  expect(addressWarning(address)).toBe(warning);
});
