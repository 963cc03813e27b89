import { useEffect, useEffectEvent, useRef } from 'react';
import { useFormScope } from './form-context';
import { makeJsonEditor, type JsonEditorHandle } from './make-json-editor';

interface JsonEditorProps {
  id: string;
  labelledBy: string;
  text: string;
  onText(text: string): void;
  onBlur(): void;
  focusRef(element: HTMLElement | null): void;
  invalid: boolean;
  required: boolean;
  describedBy: string | undefined;
}

function attributesOf({ id, labelledBy, invalid, required, describedBy }: JsonEditorProps): Record<string, string> {
  return {
    id,
    'aria-labelledby': labelledBy,
    spellcheck: 'false',
    ...(invalid && { 'aria-invalid': 'true' }),
    ...(required && { 'aria-required': 'true' }),
    ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
  };
}

/** JSON as text, with colours, line numbers and the place of a mistake. */
export function JsonEditor(props: JsonEditorProps) {
  const { text, focusRef, invalid } = props;
  const { beforeSending } = useFormScope();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditorHandle>(undefined);
  const onText = useEffectEvent(props.onText);
  const onBlur = useEffectEvent(props.onBlur);
  const begin = useEffectEvent((parent: HTMLElement) =>
    makeJsonEditor({
      parent,
      text,
      attributes: attributesOf(props),
      onText: (typed) => {
        onText(typed);
      },
      onBlur: () => {
        onBlur();
      },
    }),
  );

  useEffect(() => {
    if (!host.current) return undefined;
    const made = begin(host.current);
    editor.current = made;
    beforeSending.add(made.hand);
    return () => {
      made.hand();
      beforeSending.delete(made.hand);
      made.destroy();
      editor.current = undefined;
    };
  }, [beforeSending]);

  useEffect(() => {
    focusRef(editor.current?.target ?? null);
  }, [focusRef]);

  useEffect(() => {
    editor.current?.setText(text);
  }, [text]);

  const attributes = JSON.stringify(attributesOf(props));
  useEffect(() => {
    editor.current?.setAttributes(JSON.parse(attributes) as Record<string, string>);
  }, [attributes]);

  return <div ref={host} data-invalid={invalid || undefined} />;
}
