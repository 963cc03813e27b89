import { expect, it } from 'vitest';
import { pathOf } from '../../../../src/renderer/ui/exchange-path';

it.each([
  ['https://api.lowcodeapi.com/bananadev/v1/run?api_token=•••', '/bananadev/v1/run?api_token=•••'],
  ['http://127.0.0.1:8087/api/health', '/api/health'],
  ['https://example.com', '/'],
  ['https://example.com?a=b', '?a=b'],
])('shows of %s what stands behind the server', (url, path) => {
  expect(pathOf(url)).toBe(path);
});
