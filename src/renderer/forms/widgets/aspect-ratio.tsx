import { Scan } from 'lucide-react';
import type { WidgetProps } from '../widget';
import { choiceText } from '../words';
import { OneOf } from './one-of';
import styles from './aspect-ratio.module.css';

/** Longer side of the drawn frame, in px. */
const SIDE = 18;

/** The ratio as a frame of that shape, all about as large to the eye. */
function Frame({ ratio }: { ratio: string }) {
  const [across = NaN, down = NaN] = ratio.split(':').map(Number);
  if (!(across > 0 && down > 0)) return <Scan size={16} strokeWidth={1.6} aria-hidden />;
  const area = SIDE * SIDE * 0.56;
  const width = Math.sqrt((area * across) / down);
  const fit = Math.min(1, (SIDE + 2) / width, SIDE / ((width * down) / across));
  return <span className={styles.frame} style={{ width: width * fit, height: (width * fit * down) / across }} />;
}

export function AspectRatioWidget(props: WidgetProps) {
  return (
    <OneOf
      {...props}
      className={styles.ratios}
      optionClassName={styles.ratio}
      render={(choice) => (
        <>
          <span className={styles.stage}>
            <Frame ratio={choice} />
          </span>
          <span data-wide={!choice.includes(':') && choice !== 'auto' ? true : undefined}>{choiceText(choice)}</span>
        </>
      )}
    />
  );
}
