// npm run demo [-- --tour]: builds Plantain and opens it in demo mode. Where there is no display, or with --tour,
// the guided tour drives it instead and writes what it sees into demo-output/.
import { ensureBuild } from './lib/build.mjs';
import { hasDisplay, withDisplay } from './lib/display.mjs';
import { prepareLaunch } from './lib/launch.mjs';
import { root, runMain } from './lib/project.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  const tour = args.includes('--tour') || !hasDisplay();
  const rest = args.filter((arg) => arg !== '--tour');
  const { electron, env, flags } = await prepareLaunch();
  await ensureBuild();
  if (!tour) return run([electron.executable, ...flags, root, '--demo', ...rest], { env });
  if (!hasDisplay()) console.log('No display here: the guided tour runs in a virtual one.');
  return run(withDisplay([process.execPath, 'scripts/tour.mjs', ...rest]), { env });
});
