import { create } from 'zustand';
import { FOLDABLE, type EndpointSection } from './endpoint-groups';

const STORED = 'plantain.openSections';

function stored(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(value) ? value.map(String) : [];
  } catch {
    // unreadable, or no storage here: as on the first day
    return [];
  }
}

/** Sections that were unfolded by hand; the window remembers them. */
const useOpened = create<{ open: readonly string[] }>(() => ({ open: stored() }));

export function toggleSection(key: string): void {
  const { open } = useOpened.getState();
  const next = open.includes(key) ? open.filter((item) => item !== key) : [...open, key];
  useOpened.setState({ open: next });
  try {
    localStorage.setItem(STORED, JSON.stringify(next));
  } catch {
    // without storage it holds for this session
  }
}

/** True where a section shows its heading only. `current`: the endpoint whose form is open is always to be seen. */
export function useFolded(current: string, searching: boolean): (section: EndpointSection) => boolean {
  const open = useOpened((state) => state.open);
  return ({ key, group, endpoints }) =>
    !searching && FOLDABLE.has(group) && !open.includes(key) && !endpoints.some(({ id }) => id === current);
}
