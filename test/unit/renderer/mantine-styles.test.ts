import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(__dirname, '../../..');
const renderer = join(root, 'src/renderer');

/** Components that other packages of Mantine draw with, by the component of theirs that brings them in. */
const BROUGHT_IN: Record<string, string[]> = {
  Notifications: ['Notification'],
  BarChart: ['ColorSwatch'],
  LineChart: ['ColorSwatch'],
  ScatterChart: ['ColorSwatch'],
};

function sources(): string[] {
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(renderer, name), 'utf8'));
}

function namesOf(source: string): string[] {
  const imports = source.matchAll(/import \{([^}]*)\} from '@mantine\/(?:core|charts|notifications)'/g);
  return [...imports].flatMap(([, list = '']) => list.split(',').map((name) => name.replace('type ', '').trim()));
}

it('loads the styles of every component of Mantine that is used', () => {
  const all = sources();
  const used = new Set(all.flatMap(namesOf).flatMap((name) => [name, ...(BROUGHT_IN[name] ?? [])]));
  const styled = [...used].filter((name) => existsSync(join(root, `node_modules/@mantine/core/styles/${name}.css`)));
  const missing = styled.filter((name) => !all.some((source) => source.includes(`'@mantine/core/styles/${name}.css'`)));
  expect(styled).toContain('Button');
  expect(missing).toEqual([]);
});
