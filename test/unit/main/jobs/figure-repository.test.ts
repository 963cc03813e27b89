import { expect, it } from 'vitest';
import { createFigureRepository } from '../../../../src/main/jobs/figure-repository';
import { emptyFigure, type Figure } from '../../../../src/shared/figure';
import { createJobWorld } from '../../../support/job-world';

const panel = (id: string) => ({ id, name: id, source: { kind: 'asset', sha256: 'a1'.repeat(32) } as const });
const figure = (id: string, updatedAt: number, patch: Partial<Figure> = {}): Figure => ({
  ...emptyFigure(id, updatedAt),
  ...patch,
});

it('keeps figures whole and lists the newest first', () => {
  const figures = createFigureRepository(createJobWorld().database);
  figures.save(figure('one', 10, { name: 'Old name' }));
  figures.save(figure('two', 20));
  const kept = figure('one', 30, { name: 'Figure 1', panels: [panel('p1'), panel('p2')], spacing: 7 });
  figures.save(kept);
  expect(figures.list()).toEqual([
    { id: 'one', name: 'Figure 1', panels: 2, updatedAt: 30 },
    { id: 'two', name: '', panels: 0, updatedAt: 20 },
  ]);
  expect(figures.get('one')).toEqual(kept);
});

it('has nothing under the id of a figure that was removed', () => {
  const figures = createFigureRepository(createJobWorld().database);
  figures.save(figure('one', 10));
  figures.remove('one');
  expect(figures.list()).toEqual([]);
  expect(() => figures.get('one')).toThrow('not_found');
});
