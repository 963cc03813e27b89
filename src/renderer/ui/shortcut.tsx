import { isMac } from '../launch';
import styles from './shortcut.module.css';

const MAC: Record<string, string> = { mod: '⌘', enter: '↵', shift: '⇧' };
const OTHER: Record<string, string> = { mod: 'Ctrl', enter: '↵', shift: 'Shift' };

/** A shortcut as its platform writes it: `mod+K` is `⌘ K` on macOS and `Ctrl K` elsewhere. */
function shortcutText(keys: string): string {
  const signs = isMac ? MAC : OTHER;
  return keys
    .split('+')
    .map((key) => signs[key] ?? key)
    .join(' ');
}

export function Shortcut({ keys }: { keys: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden>
      {shortcutText(keys)}
    </kbd>
  );
}
