// npm run dev [-- flags of the app]: the app with hot reload.
import { withDisplay } from './lib/display.mjs';
import { prepareLaunch } from './lib/launch.mjs';
import { runMain } from './lib/project.mjs';
import { nodeTool, run } from './lib/run.mjs';

await runMain(async () => {
  const { env, flags } = await prepareLaunch();
  const sandbox = flags.includes('--no-sandbox') ? ['--noSandbox'] : [];
  const own = process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [];
  return run(withDisplay(nodeTool('electron-vite/bin/electron-vite.js', 'dev', ...sandbox, ...own)), { env });
});
