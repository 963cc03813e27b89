import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../src/main/csp';

function directives(policy: string): Record<string, string> {
  const parts = policy.split('; ').map((part) => part.split(' '));
  return Object.fromEntries(parts.map(([name = '', ...values]) => [name, values.join(' ')] as const));
}

it('allows nothing by default, scripts from the program only, and no connection at all', () => {
  expect(directives(contentSecurityPolicy())).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'none'",
    'font-src': "'none'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
});

it('names no host, no network scheme and no eval', () => {
  expect(contentSecurityPolicy()).not.toMatch(/https?:|wss?:|unsafe-eval|\*/);
});

it('takes pictures from the program and the picture scheme', () => {
  expect(directives(contentSecurityPolicy())['img-src']).toBe("'self' plantain-asset:");
});

it('opens up to the development server, and to no other', () => {
  const policy = directives(contentSecurityPolicy('http://localhost:5173/'));
  expect(policy['connect-src']).toBe('http://localhost:5173 ws://localhost:5173');
  expect(policy['script-src']).toContain('http://localhost:5173');
  expect(policy['default-src']).toBe("'none'");
});
