import { useLayoutEffect, useRef } from 'react';
import { usePreview } from '../preview-store';
import styles from './stage.module.css';

/** The picture of the page, put in unpacked: the one before stays until this one can be painted. */
export function Paper({ label }: { label: string }) {
  const image = usePreview((state) => state.image);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (image) place.current?.replaceChildren(image);
  }, [image]);
  return <div ref={place} className={styles.paper} role="img" aria-label={label} data-testid="figure-preview" />;
}
