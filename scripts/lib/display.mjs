/** True where windows can be shown. macOS and Windows always can; Linux needs an X or Wayland display. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command, wrapped into a virtual display where there is none. `-a` finds a free one, so several can run at once. */
export function withDisplay(command) {
  return hasDisplay() ? command : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command];
}
