import { memo } from 'react';
import styles from './stage.module.css';
import { ticksOf } from './ticks';

/** px */
export const RULER = 20;

interface RulerProps {
  axis: 'x' | 'y';
  /** CSS px of the whole ruler; where the page begins on it, and how long the page is. */
  length: number;
  start: number;
  page: number;
  /** CSS px a unit. */
  scale: number;
}

/** Millimetres or pixels along the page; the part beside the page is lit. Numbers below it say the same in words. */
export const Ruler = memo(function Ruler({ axis, length, start, page, scale }: RulerProps) {
  const ticks = ticksOf(-start, length - start, scale);
  const across = axis === 'x';
  return (
    <svg
      className={across ? styles.rulerX : styles.rulerY}
      width={across ? length : RULER}
      height={across ? RULER : length}
      aria-hidden
    >
      <rect
        className={styles.rulerPage}
        {...(across ? { x: start, width: page, y: 0, height: RULER } : { y: start, height: page, x: 0, width: RULER })}
      />
      {ticks.map(({ at, label }) => {
        const place = Math.round(start + at) + 0.5;
        const long = label === undefined ? 4 : 8;
        return (
          <g key={at}>
            <line
              {...(across
                ? { x1: place, x2: place, y1: RULER - long, y2: RULER }
                : { y1: place, y2: place, x1: RULER - long, x2: RULER })}
            />
            {label !== undefined && (
              <text {...(across ? { x: place + 3, y: 11 } : { transform: `translate(11 ${place - 3}) rotate(-90)` })}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});
