import { startTransition, useEffect, useState } from 'react';
import { useAfterPaint } from './use-after-paint';

type Floating = typeof import('./floating');

let loaded: Floating | undefined;
let loading: Promise<Floating> | undefined;

/** Menus, popovers and tooltips. Undefined until the window's first picture is there and their code has followed. */
export function useFloating(): Floating | undefined {
  const afterPaint = useAfterPaint();
  const [floating, setFloating] = useState(loaded);
  useEffect(() => {
    if (!afterPaint || floating) return undefined;
    let gone = false;
    loading ??= import('./floating');
    void loading.then((parts) => {
      loaded = parts;
      if (gone) return;
      startTransition(() => {
        setFloating(parts);
      });
    });
    return () => {
      gone = true;
    };
  }, [afterPaint, floating]);
  return floating;
}
