import { expect, it } from 'vitest';
import { createTypeface } from '../../../../mocks/diagram/typeface';
import { RESOURCES } from '../../../support/mock-world';

const typeface = await createTypeface(RESOURCES)();

const COUNTS: Record<string, number> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

it('writes outlines whose commands have all their numbers', () => {
  for (const weight of ['regular', 'bold'] as const)
    for (const { key } of typeface.glyphs('0123456789 abcdefgxyz ABCQ ₁ₙτ√Σ×–…&', weight)) {
      const commands = typeface.outline(key).match(/[A-Z][^A-Z]*/g) ?? [];
      for (const command of commands) {
        const numbers = command.slice(1).split(' ').filter(Boolean);
        expect(numbers).toHaveLength(COUNTS[command.charAt(0)] ?? -1);
        expect(numbers.every((number) => Math.abs(Number(number)) < 2000)).toBe(true);
      }
    }
});

it('measures bold wider than regular, and twice the size twice as wide', () => {
  expect(typeface.width('Router', 16, 'bold')).toBeGreaterThan(typeface.width('Router', 16, 'regular'));
  expect(typeface.width('Router', 32, 'bold')).toBeCloseTo(2 * typeface.width('Router', 16, 'bold'));
});

it('supports Latin, Greek and signs, not Chinese, Arabic or emoji', () => {
  expect(['Encoder–Decoder', 'σ(q · hᵢ) ≤ τ', 'Übersicht naïve'].every((text) => typeface.supports(text))).toBe(true);
  expect(['编码器', 'ترميز', '🍌'].some((text) => typeface.supports(text))).toBe(false);
});

it('says which file is missing', async () => {
  await expect(createTypeface('/nowhere')()).rejects.toThrow(/DejaVuSans.*ttf/);
});
