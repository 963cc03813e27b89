import { expect, it } from 'vitest';
import { mayFetchFrom, nextHop } from '../../../../src/main/http/redirects';

const BASE = 'http://127.0.0.1:8000';
const start = { url: `${BASE}/a`, credential: true, count: 0 };

it('keeps the credential on the same origin', () => {
  expect(nextHop(start, '/b', BASE, 's3cret')).toEqual({ url: `${BASE}/b`, credential: true, count: 1 });
});

it('drops the credential at another origin, and for good', () => {
  const away = nextHop(start, 'https://cdn.example/x', BASE, 's3cret');
  expect(away).toMatchObject({ credential: false });
  expect(nextHop(away!, `${BASE}/back`, BASE, 's3cret')).toMatchObject({ credential: false, count: 2 });
});

it('takes another scheme, host or port for another origin', () => {
  const https = { ...start, url: 'https://api.example/a' };
  for (const url of ['https://api.example:444/', 'https://api.example.evil/', 'https://www.api.example/'])
    expect(nextHop(https, url, https.url, null)).toMatchObject({ credential: false });
});

it('does not follow to plain http elsewhere, other schemes, or without a place', () => {
  for (const location of [
    'http://10.0.0.1/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'https://u:p@x/',
    'http://',
    null,
  ])
    expect(nextHop(start, location, BASE, null)).toBeUndefined();
});

it('does not carry a secret away that the server wrote into the address', () => {
  expect(nextHop(start, 'https://evil.example/?t=s3cret', BASE, 's3cret')).toBeUndefined();
  expect(nextHop(start, '/b?t=s3cret', BASE, 's3cret')).toBeDefined();
});

it('ends after three', () => {
  expect(nextHop({ ...start, count: 2 }, '/b', BASE, null)).toBeDefined();
  expect(nextHop({ ...start, count: 3 }, '/b', BASE, null)).toBeUndefined();
});

it('downloads from https and from the base’s own origin', () => {
  expect(mayFetchFrom('https://anywhere.example/x', BASE)).toBe(true);
  expect(mayFetchFrom(`${BASE}/x`, BASE)).toBe(true);
  expect(mayFetchFrom('http://127.0.0.1:9000/x', BASE)).toBe(false);
  expect(mayFetchFrom('not an address', BASE)).toBe(false);
});
