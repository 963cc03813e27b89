import { expect, it } from 'vitest';
import { isOwnPage, mayLoad } from '../../../src/main/request-filter';

it.each(['plantain://app/index.html', 'plantain-asset://file/abc', 'data:image/png;base64,', 'blob:plantain://app/1'])(
  'lets the window load %s',
  (address) => {
    expect(mayLoad(address)).toBe(true);
  },
);

it.each([
  'https://api.paperbanana.me/api/health',
  'http://localhost:5173/',
  'ws://localhost:5173/',
  'file:///etc/passwd',
  'ftp://example.org/',
  'chrome://gpu',
  'plantain-assets://file/abc',
  '',
])('keeps the window from loading %s', (address) => {
  expect(mayLoad(address)).toBe(false);
});

it('lets the development server through where there is one, and nothing else of that computer', () => {
  const dev = 'http://localhost:5173';
  expect(mayLoad('http://localhost:5173/src/main.tsx', dev)).toBe(true);
  expect(mayLoad('ws://localhost:5173/', dev)).toBe(true);
  expect(mayLoad('http://localhost:9999/', dev)).toBe(false);
  expect(mayLoad('https://example.org/', dev)).toBe(false);
});

it('knows its own page by scheme and host', () => {
  expect(isOwnPage('plantain://app/index.html?mode=live')).toBe(true);
  expect(isOwnPage('plantain://other/index.html')).toBe(false);
  expect(isOwnPage('plantain-asset://app/index.html')).toBe(false);
  expect(isOwnPage('https://app/index.html')).toBe(false);
  expect(isOwnPage('about:blank')).toBe(false);
  expect(isOwnPage('http://localhost:5173/index.html')).toBe(false);
  expect(isOwnPage('http://localhost:5173/index.html', 'http://localhost:5173')).toBe(true);
});
