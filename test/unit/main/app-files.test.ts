import { expect, it } from 'vitest';
import { appFileFor } from '../../../src/main/app-files';

const root = '/opt/plantain/out/renderer';

it('finds the page and its parts with their media types', () => {
  expect(appFileFor(root, 'plantain://app/index.html?locale=en')).toEqual({
    path: `${root}/index.html`,
    mediaType: 'text/html; charset=utf-8',
  });
  expect(appFileFor(root, 'plantain://app/assets/index-1a2b.js')?.mediaType).toBe('text/javascript; charset=utf-8');
});

it.each([
  'plantain://app/../main/index.js',
  'plantain://app/..%2fmain/index.js',
  'plantain://app/%2e%2e/main/index.js',
  'plantain://app/assets/..%2f..%2f..%2fetc%2fshadow.png',
  'plantain://app/..%5cmain%5cindex.js',
  'plantain://app/C:/Windows/a.png',
  'plantain://app/index.html%00.png',
  'plantain://app//../secret.js',
])('refuses to climb out of the folder: %s', (address) => {
  const file = appFileFor(root, address);
  // the parser of addresses has already folded plain `..`; what is left must stay inside
  expect(file === undefined || file.path.startsWith(`${root}/`)).toBe(true);
  expect(file?.path ?? '').not.toMatch(/shadow|Windows|\0|\.\./);
});

it('refuses other hosts, other kinds of files, folders and what is no address', () => {
  expect(appFileFor(root, 'plantain://evil/index.html')).toBeUndefined();
  expect(appFileFor(root, 'plantain://app/index.js.map')).toBeUndefined();
  expect(appFileFor(root, 'plantain://app/')).toBeUndefined();
  expect(appFileFor(root, 'plantain://app/%E0%A4%A.html')).toBeUndefined();
  expect(appFileFor(root, 'not an address')).toBeUndefined();
});
