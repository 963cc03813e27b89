// node scripts/read-fuses.mjs PROGRAM: the fuses of a packaged program as one JSON object, name -> on, off, removed or inherit.
import { FuseState } from '@electron/fuses/dist/constants.js';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { PlainError, runMain } from './lib/project.mjs';

await runMain(async () => {
  const [program] = process.argv.slice(2);
  if (!program) throw new PlainError('Usage: node scripts/read-fuses.mjs PROGRAM');
  const wire = await getCurrentFuseWire(program);
  const words = { [FuseState.ENABLE]: 'on', [FuseState.DISABLE]: 'off', [FuseState.REMOVED]: 'removed' };
  const names = Object.keys(wire).filter((key) => key !== 'version');
  const named = names.map((key) => [FuseV1Options[key] ?? `fuse ${key}`, words[wire[key]] ?? 'inherit']);
  console.log(JSON.stringify(Object.fromEntries(named), undefined, 2));
});
