import { median, PROGRAMS, warmFolder, withWindow } from './windows.mjs';

const ROUNDS = 5;

/** From the process's start to a form that can be typed into; bare and ours in turn, after one warm-up each. */
export async function measure(context) {
  const { userData, remove } = await warmFolder(context);
  try {
    await withWindow(PROGRAMS.bare, context);
    const bare = [];
    const form = [];
    for (let round = 0; round < ROUNDS; round++) {
      bare.push((await withWindow(PROGRAMS.bare, context)).readyMs);
      form.push((await withWindow({ ...PROGRAMS.plantain, userData }, context)).readyMs);
    }
    const bareMs = median(bare);
    const formMs = median(form);
    return { 'startup.bareMs': bareMs, 'startup.formMs': formMs, 'startup.ratio': formMs / bareMs };
  } finally {
    await remove();
  }
}
