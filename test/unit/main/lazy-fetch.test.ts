import { expect, it, vi } from 'vitest';
import { createLazyFetch } from '../../../src/main/lazy-fetch';

it('loads with the first request, once for all that come meanwhile', async () => {
  const load = vi.fn(async () => async (request: Request) => new Response(request.url));
  const fetch = createLazyFetch(load);
  expect(load).not.toHaveBeenCalled();
  const answers = await Promise.all([
    fetch(new Request('https://a.example/1')),
    fetch(new Request('https://a.example/2')),
  ]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual([
    'https://a.example/1',
    'https://a.example/2',
  ]);
  expect(load).toHaveBeenCalledOnce();
});
