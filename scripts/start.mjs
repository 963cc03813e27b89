// npm start [-- flags of the app]: builds what is out of date and opens Plantain on the live services.
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { prepareLaunch } from './lib/launch.mjs';
import { root, runMain } from './lib/project.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  const { electron, env, flags } = await prepareLaunch();
  await ensureBuild();
  return run(withDisplay([electron.executable, ...flags, root, ...process.argv.slice(2)]), { env });
});
