import { expect, it } from 'vitest';
import { makeFigureStore } from '../../../../src/renderer/figures/make-figure-store';

function open(names: string[] = []) {
  let last = 0;
  const store = makeFigureStore({ newId: () => `id-${(last += 1)}`, now: () => 1 });
  store.addPanels(names.map((name) => ({ name, source: { kind: 'asset', sha256: 'a1'.repeat(32) } })));
  const figure = () => store.use.getState().figure;
  return {
    store,
    figure,
    order: () => figure().panels.map(({ name }) => name),
    idOf: (at: number) => figure().panels[at]?.id ?? '',
  };
}

it('takes every action back and does it again', () => {
  const { store, figure, order, idOf } = open(['one', 'two', 'three']);
  store.movePanel(idOf(0), 2);
  store.setLayout('1x3');
  expect(order()).toEqual(['two', 'three', 'one']);
  store.undo();
  store.undo();
  expect([order(), figure().layout]).toEqual([['one', 'two', 'three'], 'auto']);
  store.redo();
  store.redo();
  expect([order(), figure().layout]).toEqual([['two', 'three', 'one'], '1x3']);
  store.redo();
  expect(figure().layout).toBe('1x3');
});

it('makes one step of what a slider passes on its way, and two of two ways', () => {
  const { store, figure } = open(['one']);
  for (const spacing of [21, 25, 30]) store.setSpacing(spacing);
  store.settle();
  for (const spacing of [31, 40]) store.setSpacing(spacing);
  store.undo();
  expect(figure().spacing).toBe(30);
  store.undo();
  expect(figure().spacing).toBe(20);
});

it('keeps nothing to do again once something else was done', () => {
  const { store } = open(['one', 'two']);
  store.setPosition('top');
  store.undo();
  store.setFontSize(40);
  expect(store.use.getState().future).toEqual([]);
});

it('moves the words of a panel along with it, and drops them with it', () => {
  const { store, figure, idOf } = open(['one', 'two', 'three']);
  store.setLabelStyle('own');
  store.setLabelTexts(['first', 'second', 'third']);
  store.movePanel(idOf(2), 0);
  expect(figure().labels.texts).toEqual(['third', 'first', 'second']);
  store.removePanel(idOf(1));
  expect(figure().labels.texts).toEqual(['third', 'second']);
  store.addPanels([{ name: 'four', source: { kind: 'asset', sha256: 'a1'.repeat(32) } }]);
  expect(figure().labels.texts).toEqual(['third', 'second', '']);
});

it('leaves words alone that were written for another number of panels', () => {
  const { store, figure, idOf } = open(['one', 'two', 'three']);
  store.setLabelStyle('own');
  store.setLabelTexts(['first', 'second']);
  store.movePanel(idOf(0), 1);
  expect(figure().labels.texts).toEqual(['first', 'second']);
});

it('selects the neighbour of a panel that is removed', () => {
  const { store, idOf } = open(['one', 'two']);
  const two = idOf(1);
  store.removePanel(idOf(0));
  expect(store.use.getState().selected).toBe(two);
  store.removePanel(two);
  expect(store.use.getState().selected).toBeNull();
});

it('stops at both ends when a panel is moved', () => {
  const { store, order, idOf } = open(['one', 'two']);
  store.movePanel(idOf(0), -1);
  store.movePanel(idOf(1), 9);
  expect(order()).toEqual(['one', 'two']);
  expect(store.use.getState().past).toHaveLength(1);
});
