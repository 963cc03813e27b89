import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { findJsonProblem } from '../../shared/json-problem';
import { editorTheme, jsonColours } from './json-editor-theme';

/** So long after the last key the text is judged and handed over: half a megabyte is not parsed for every letter (ms). */
const QUIET_MS = 250;

/** Marks what was put in from outside, which nobody has to be told of. */
const fromOutside = Annotation.define<boolean>();

interface JsonEditorParts {
  parent: HTMLElement;
  text: string;
  attributes: Record<string, string>;
  /** After a pause in typing, on leaving, and when asked by `hand`. */
  onText(text: string): void;
  onBlur(): void;
}

export interface JsonEditorHandle {
  /** What takes the focus. */
  target: HTMLElement;
  setText(text: string): void;
  setAttributes(attributes: Record<string, string>): void;
  /** Hands over at once what was typed. */
  hand(): void;
  destroy(): void;
}

/** Marks the place where the text stops being JSON. */
function underline(view: EditorView): void {
  const { doc } = view.state;
  const text = doc.toString();
  const problem = text.trim() === '' ? undefined : findJsonProblem(text);
  const to = problem && Math.min(doc.length, problem.offset + 1);
  const marks = to === undefined ? [] : [{ from: Math.max(0, to - 1), to, severity: 'error' as const, message: '' }];
  view.dispatch(setDiagnostics(view.state, marks));
}

/** An editor of JSON. Tab leaves it as it leaves any field, and Ctrl+Enter is left to the form. */
export function makeJsonEditor({ parent, text, attributes, onText, onBlur }: JsonEditorParts): JsonEditorHandle {
  const looks = new Compartment();
  let known = text;
  let timer: number | undefined;

  const hand = (): void => {
    window.clearTimeout(timer);
    const typed = view.state.doc.toString();
    if (typed === known) return;
    known = typed;
    underline(view);
    onText(typed);
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        json(),
        syntaxHighlighting(jsonColours),
        editorTheme,
        EditorView.lineWrapping,
        keymap.of([...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'), ...historyKeymap]),
        looks.of(EditorView.contentAttributes.of(attributes)),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.some((part) => part.annotation(fromOutside))) return;
          window.clearTimeout(timer);
          timer = window.setTimeout(hand, QUIET_MS);
        }),
        EditorView.domEventHandlers({
          // left to the browser, typing over coloured text would copy its colours into style attributes, which the
          // window's policy refuses and reports
          beforeinput: (event, editor) => {
            if (event.inputType !== 'insertText' || event.data === null || editor.composing || event.isComposing)
              return false;
            event.preventDefault();
            editor.dispatch({
              ...editor.state.replaceSelection(event.data),
              userEvent: 'input.type',
              scrollIntoView: true,
            });
            return true;
          },
          blur: () => {
            hand();
            onBlur();
          },
        }),
      ],
    }),
  });
  if (text !== '') underline(view);

  return {
    target: view.contentDOM,
    hand,
    setText(next) {
      if (next === known) return;
      known = next;
      window.clearTimeout(timer);
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        annotations: fromOutside.of(true),
      });
      underline(view);
    },
    setAttributes(next) {
      view.dispatch({ effects: looks.reconfigure(EditorView.contentAttributes.of(next)) });
    },
    destroy() {
      window.clearTimeout(timer);
      view.destroy();
    },
  };
}
