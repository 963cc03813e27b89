import styles from './running-bar.module.css';

/** Says that something moves and not how far: the API tells no progress. The word beside it carries the meaning. */
export function RunningBar() {
  return (
    <span className={styles.track} aria-hidden>
      <span className={styles.moving} />
    </span>
  );
}
