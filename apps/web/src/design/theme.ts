import { useSyncExternalStore } from 'react';

/** What a person chose; `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'portolan-theme';
const listeners = new Set<() => void>();

/** The chosen theme; `system` until somebody chooses. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** Applies a theme now and on the next visit. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The theme that follows this one when the switch is pressed. */
export function nextTheme(theme: Theme): Theme {
  if (theme === 'system') return matchMedia('(prefers-color-scheme: dark)').matches ? 'light' : 'dark';
  return theme === 'dark' ? 'light' : 'dark';
}

function subscribe(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}

/** The theme that is in force, `light` or `dark`, following both the choice and the system. */
export function useThemeInForce(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, () => {
    const chosen = currentTheme();
    if (chosen !== 'system') return chosen;
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  });
}
