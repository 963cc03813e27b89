import { expect, it } from 'vitest';
import { cdnOf, placeOf } from '../../../mocks/place';

it.each([
  ['https://api.paperbanana.me/api/health', 'paperbanana', 'https://api.paperbanana.me', '/api/health'],
  ['https://lab.example/paper/api/tasks/1', 'paperbanana', 'https://lab.example/paper', '/api/tasks/1'],
  ['https://bananahub.io/api/v1/jobs/1', 'bananahub', 'https://bananahub.io/api/v1', '/jobs/1'],
  ['http://127.0.0.1:1/bananahub/api/v1/jobs/1', 'bananahub', 'http://127.0.0.1:1/bananahub/api/v1', '/jobs/1'],
  ['http://127.0.0.1:1/bananahub/v1/jobs/1', 'bananahub', 'http://127.0.0.1:1/bananahub/v1', '/jobs/1'],
  ['http://127.0.0.1:1/bananahub/cdn/results/1.png', 'cdn', 'http://127.0.0.1:1/bananahub/cdn', '/results/1.png'],
  ['https://cdn.bananahub.io/results/1.png', 'cdn', 'https://cdn.bananahub.io', '/results/1.png'],
  ['https://api.lowcodeapi.com/bananadev/v1/run', 'bananadev', 'https://api.lowcodeapi.com/bananadev', '/v1/run'],
  ['http://127.0.0.1:1/bananadev/openapi', 'bananadev', 'http://127.0.0.1:1/bananadev', '/openapi'],
  ['http://127.0.0.1:1/nothing', 'paperbanana', 'http://127.0.0.1:1', '/nothing'],
])('reads %s', (address, server, base, path) => {
  expect(placeOf(address)).toEqual({ server, base, path });
});

it('finds the store beside the server that was asked', () => {
  expect(cdnOf('https://bananahub.io/api/v1')).toBe('https://cdn.bananahub.io');
  expect(cdnOf('http://127.0.0.1:1/bananahub/v1')).toBe('http://127.0.0.1:1/bananahub/cdn');
});
