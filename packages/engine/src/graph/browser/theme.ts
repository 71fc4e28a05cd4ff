import { h } from './dom';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const TITLES: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };
const KEY = 'platform-graph-theme';

/** Light, dark, or as the reader's system has it. */
export function themeSwitch(): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': 'Colours' },
    ...THEMES.map((theme) => h('option', { value: theme }, TITLES[theme])),
  );
  const apply = (theme: Theme) => {
    document.documentElement.dataset['theme'] = theme;
    select.value = theme;
  };
  select.addEventListener('change', () => {
    apply(select.value as Theme);
    remember(select.value);
  });
  apply(THEMES.find((theme) => theme === remembered()) ?? 'auto');
  return select;
}

/** A page that is opened from a file may have no storage. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // chosen again next time
  }
}
