import { useEffect, useEffectEvent, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useFormScope } from './form-context';
import styles from './table.module.css';

interface TableCellProps {
  /** `row/column`, where the keyboard finds it. */
  place: string;
  label: string;
  text: string;
  number?: boolean;
  placeholder?: string;
  /** Told when the cell is left or moved on from, not with every letter. */
  onText(text: string): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
  onPaste(event: ClipboardEvent): void;
  inputRef?: ((element: HTMLElement | null) => void) | undefined;
}

/** One cell. What is typed becomes the table's when the cell is left, or the form sent. */
export function TableCell({
  place,
  label,
  text,
  number,
  placeholder,
  onText,
  onKeyDown,
  onPaste,
  inputRef,
}: TableCellProps) {
  const { beforeSending } = useFormScope();
  const [typed, setTyped] = useState<string>();
  const hand = useEffectEvent(() => {
    if (typed !== undefined && typed !== text) onText(typed);
    setTyped(undefined);
  });
  const editing = typed !== undefined;
  useEffect(() => {
    if (!editing) return undefined;
    const now = (): void => {
      hand();
    };
    beforeSending.add(now);
    return () => {
      beforeSending.delete(now);
    };
  }, [editing, beforeSending]);
  return (
    <input
      ref={inputRef}
      className={styles.cell}
      data-place={place}
      data-number={(number && !editing) || undefined}
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? text}
      tabIndex={0}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={() => {
        if (typed !== undefined && typed !== text) onText(typed);
        setTyped(undefined);
      }}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
