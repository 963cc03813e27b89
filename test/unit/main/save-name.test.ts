import { expect, it } from 'vitest';
import { saveName } from '../../../src/main/save-name';

it.each([
  ['Figure 1: Overall pipeline', 'png', 'Figure 1 Overall pipeline.png'],
  ['../../etc/passwd', 'png', 'etc passwd.png'],
  ['C:\\Windows\\system32', 'png', 'C Windows system32.png'],
  ['.bashrc', 'png', 'bashrc.png'],
  ['a\u202egnp.exe', 'png', 'a gnp.exe.png'],
  ['line\nbreak\u0000', 'png', 'line break.png'],
  ['方法总览', 'png', '方法总览.png'],
  ['CON', 'png', 'diagram.png'],
  ['...', 'png', 'diagram.png'],
  ['', 'jpeg', 'diagram.jpg'],
  ['x', '../sh', 'x.sh'],
])('makes of %j as %s the name %j', (title, format, name) => {
  expect(saveName(title, format)).toBe(name);
});

it('cuts a long title to what disks take, in bytes, without splitting a character', () => {
  expect(saveName('🍌'.repeat(90), 'png')).toBe(`${'🍌'.repeat(50)}.png`);
  expect(saveName('总览'.repeat(90), 'png')).toBe(`${'总览'.repeat(33)}.png`);
  expect(saveName('a'.repeat(90), 'png')).toBe(`${'a'.repeat(80)}.png`);
});

it('leaves half a character out', () => {
  expect(saveName('a\ud83c b', 'png')).toBe('a b.png');
});
