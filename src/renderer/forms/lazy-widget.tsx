import { lazy, Suspense, type ComponentType } from 'react';
import type { WidgetProps } from './widget';
import styles from './forms.module.css';

type Load = () => Promise<{ default: ComponentType<WidgetProps> }>;

/**
 * A widget whose code comes when its form is first opened. `height`: px of the empty frame that holds its place, so
 * that nothing below it moves.
 */
export function lazyWidget(load: Load, height: number): ComponentType<WidgetProps> {
  const Loaded = lazy(load);
  return function LazyWidget(props) {
    return (
      <Suspense fallback={<div className={styles.place} style={{ height }} aria-busy />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
