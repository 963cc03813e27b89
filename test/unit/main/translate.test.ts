import { expect, it } from 'vitest';
import { createTranslate } from '../../../src/main/translate';

it('finds words by their key in either language', () => {
  expect(createTranslate('en')('main.menu.file')).toBe('File');
  expect(createTranslate('zh-CN')('main.menu.file')).toBe('文件');
});

it('fills the holes', () => {
  expect(createTranslate('en')('main.dialog.files', { format: 'PNG' })).toBe('PNG files');
});

it('shows the key where there are no words, and takes no branch for words', () => {
  expect(createTranslate('en')('main.no.such.key')).toBe('main.no.such.key');
  expect(createTranslate('en')('main.menu')).toBe('main.menu');
});
