import { spawnSync } from 'node:child_process';
import { PlainError } from './project.mjs';
import { hasDisplay } from './display.mjs';
import { run } from './run.mjs';

// Each entry is one library under the names that Debian and Ubuntu releases give it (the newer ones end in t64).
const runtime = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1']];
const display = [['xvfb'], ['xauth']];
const packaging = [['fakeroot']];
const keychain = [['libsecret-1-0'], ['dbus'], ['gnome-keyring']];
const samples = [['curl'], ['python3-requests']];
const figures = [['libtiff-tools'], ['poppler-utils']];

/**
 * Sees to it that the Debian packages are there which a purpose needs. Does nothing on other systems.
 * Root gets them installed; anybody else is told the one command, and the start ends where it cannot go on.
 * @param {{run?: boolean, keychain?: boolean, samples?: boolean, figures?: boolean, packaging?: boolean}} purpose run: to open a window (in
 * a virtual display where there is no other); keychain: to test with a real one; samples: to test copied code by running
 * it; figures: to read exported ones with other programs; packaging: to make a .deb
 */
export async function ensureSystemPackages(purpose) {
  if (process.platform !== 'linux' || !has('dpkg-query') || !has('apt-get')) return;
  const essential = missing([
    ...(purpose.run ? runtime : []),
    ...(purpose.run && !hasDisplay() ? display : []),
    ...(purpose.packaging ? packaging : []),
  ]);
  const forTests = missing([
    ...(purpose.keychain ? keychain : []),
    ...(purpose.samples ? samples : []),
    ...(purpose.figures ? figures : []),
  ]);
  const wanted = [...essential, ...forTests];
  if (wanted.length === 0) return;
  if (process.getuid() === 0) return install(wanted, essential.length > 0);

  const command = `sudo apt-get update && sudo apt-get install -y ${choose(wanted).join(' ')}`;
  const text = `Plantain needs system packages that are not installed. Run this once, then start again:\n\n  ${command}\n`;
  if (essential.length > 0) throw new PlainError(text);
  console.log(`Some tests need packages that are not installed:\n\n  ${command}\n`);
}

/** True where a program of this name is on the path. */
export function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

function missing(packages) {
  if (packages.length === 0) return [];
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages.flat()], {
    encoding: 'utf8',
  });
  const installed = new Set();
  for (const line of query.stdout.split('\n')) {
    const [name, status] = line.split(' ');
    if (status === 'installed') installed.add(name);
  }
  return packages.filter((names) => !names.some((name) => installed.has(name)));
}

/** The name that this release of the system offers; a name that only stands for others has no candidate. */
function choose(packages) {
  return packages.map((names) => {
    if (names.length === 1) return names[0];
    const offers = (name) =>
      /Candidate: (?!\(none\))/.test(
        spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout,
      );
    return names.find(offers) ?? names[0];
  });
}

async function install(packages, essential) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing system packages: ${packages.map(([name]) => name).join(' ')}`);
  // An update that fails (one dead mirror in the list) may still leave enough to install from.
  await run(['apt-get', 'update', '-q'], { env, quiet: true });
  const options = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=180', '-o', 'Dpkg::Use-Pty=0'];
  const names = choose(packages);
  const code = await run(['apt-get', 'install', ...options, ...names], { env, quiet: true });
  if (code === 0) return;
  const text = `apt-get could not install ${names.join(' ')}. Try it by hand: apt-get install -y ${names.join(' ')}`;
  if (essential) throw new PlainError(text);
  console.log(text);
}
