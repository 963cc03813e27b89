import { create } from 'zustand';

/** The page of a PDF that the keyboard is on and the inspector shows large. */
const usePageFocus = create<{ sha256: string; page: number }>(() => ({ sha256: '', page: 1 }));

export function focusPage(sha256: string, page: number): void {
  usePageFocus.setState({ sha256, page });
}

/** 1-based, inside the document; the first page where none was looked at. */
export function useFocusedPage(sha256: string, pageCount: number): number {
  return usePageFocus((state) => (state.sha256 === sha256 ? Math.min(state.page, Math.max(1, pageCount)) : 1));
}
