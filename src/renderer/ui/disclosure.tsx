import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  label: ReactNode;
  /** Facts at the end of the line. */
  aside?: ReactNode;
  startsOpen?: boolean;
  children: () => ReactNode;
}

/** A line that unfolds. The content is made when first wanted. */
export function Disclosure({ label, aside, startsOpen = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <div className={styles.disclosure}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <ChevronRight size={14} strokeWidth={1.6} aria-hidden />
        <span className={styles.label}>{label}</span>
        {aside && <span className={styles.aside}>{aside}</span>}
      </button>
      <div id={id} hidden={!open} className={styles.content}>
        {open && children()}
      </div>
    </div>
  );
}
