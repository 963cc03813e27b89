import styles from './webhooks.module.css';

/** A signature with what differs marked, from the first character that does. */
export function Compared({ text, common }: { text: string; common: number }) {
  if (common >= text.length) return text;
  return (
    <>
      {text.slice(0, common)}
      <mark className={styles.differs}>{text.slice(common)}</mark>
    </>
  );
}
