import { expect, it } from 'vitest';
import { createJobWorld } from '../../../support/job-world';
import { searchQuery } from '../../../../src/main/jobs/search-query';

/** Titles of what is found among three jobs. */
function find(text: string): string[] {
  const { repository } = createJobWorld({ idle: true });
  const titles = ['Figure 1: Transformer encoder', '图一：基于注意力机制的编码器架构', `50% "off" AND NOT_x* café`];
  for (const [index, title] of titles.entries()) {
    const id = `job-${index}`;
    const account = { profileId: 'p', profileName: 'p', baseUrl: 'https://x.example' };
    const kind = { endpoint: 'paperbanana.generate', provider: 'paperbanana' };
    const texts = { title, input: {}, idempotencyKey: id, searchText: index === 0 ? 'Six stacked layers' : '' };
    repository.create({ id, ...account, ...kind, ...texts });
  }
  return repository.list({ scope: 'all', text, limit: 10 }).jobs.map(({ title }) => title.slice(0, 6));
}

it.each([
  ['transf', ['Figure']],
  ['ENCODER figure', ['Figure']],
  ['stacked enc', ['Figure']],
  ['former', ['Figure']],
  ['注意力', ['图一：基于注']],
  ['架构', ['图一：基于注']],
  ['编', ['图一：基于注']],
  ['编码器 架构', ['图一：基于注']],
  ['架构 transformer', []],
  ['1:', ['Figure']],
  ['"off"', ['50% "o']],
  ['50%', ['50% "o']],
  ['0%', ['50% "o']],
  ['%', ['50% "o']],
  ['_x', ['50% "o']],
  ['NOT_x*', ['50% "o']],
  ['cafe', ['50% "o']],
  ['zebra', []],
  ['title:figure', []],
  ['a* OR b', []],
  ['"', ['50% "o']],
  ["'; DROP TABLE jobs; --", []],
])('finds by %j', (text, titles) => {
  expect(find(text)).toEqual(titles);
});

it('is no condition at all where nothing was typed', () => {
  expect(searchQuery(' \t ')).toBeNull();
});
