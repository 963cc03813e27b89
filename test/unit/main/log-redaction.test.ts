import { expect, it } from 'vitest';
import { redactForLog } from '../../../src/main/log-redaction';

it.each([
  'authorization: Bearer pb_0123456789abcdef',
  'Bearer 0123456789abcdef',
  'key pb_0123456789abcdef was refused',
  'GET https://api.lowcodeapi.com/bananadev/models?api_token=0123456789abcdef&x=1',
  '{"secret":"0123456789abcdef"}',
  `pdf 0123456789abcdef${'A'.repeat(500)}`,
])('lets no secret through: %s', (line) => {
  expect(redactForLog(line)).not.toContain('0123456789abcdef');
});

it('leaves ordinary lines alone', () => {
  const line = 'job done {"id":"a1b2c3d4e5f6","ms":1234}';
  expect(redactForLog(line)).toBe(line);
});
