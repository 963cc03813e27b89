import type { TooltipProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { useFloating } from './use-floating';

interface HintProps extends Omit<TooltipProps, 'label' | 'children'> {
  /** Undefined: nothing to say, and nothing that has to be placed and measured for it. */
  label: string | undefined;
  children: ReactElement;
}

/** A tooltip that costs nothing before the window's first picture, nor where it has no words. */
export function Hint({ label, children, ...props }: HintProps) {
  const floating = useFloating();
  if (label === undefined || !floating) return children;
  return (
    <floating.Tooltip label={label} {...props}>
      {children}
    </floating.Tooltip>
  );
}
