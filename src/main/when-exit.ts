/**
 * Stands in for the package of this name, which electron-store brings along (by way of conf and atomically). That one
 * answers every signal by killing the process: a submission under way would never hear its task id. Electron's own
 * answer to signals is to quit in order. What the package is asked to do at the end, removing temporary files of
 * writes that were cut short, is of no use here: settings are written in one go.
 */
export default function whenExit(): () => void {
  return () => undefined;
}
