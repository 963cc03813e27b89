import { CopyButton } from '../ui/copy-button';
import styles from './results.module.css';

/** An id with a button that copies it; undefined for none. */
export function withCopy(text: string | null | undefined, name: string) {
  if (!text) return undefined;
  return (
    <span className={styles.withCopy}>
      <span className="mono">{text}</span>
      <CopyButton text={text} name={name} />
    </span>
  );
}
