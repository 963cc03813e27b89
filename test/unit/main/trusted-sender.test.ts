import { expect, it } from 'vitest';
import { isTrustedSender, type Sender } from '../../../src/main/trusted-sender';

const good: Sender = { isOwnWindow: true, isMainFrame: true, address: 'plantain://app/index.html' };

it('trusts the main frame of our own page', () => {
  expect(isTrustedSender(good, undefined)).toBe(true);
});

it.each([
  ['a frame inside the page', { isMainFrame: false }],
  ['contents that belong to no window', { isOwnWindow: false }],
  ['another page in our window', { address: 'https://example.org/' }],
  ['a page that pretends to be ours', { address: 'https://app/index.html' }],
  ['the development server when there is none', { address: 'http://localhost:5173/' }],
  ['a frame that is gone', { address: undefined }],
])('does not trust %s', (_who, change) => {
  expect(isTrustedSender({ ...good, ...change }, undefined)).toBe(false);
});
