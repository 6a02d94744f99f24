const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** How long the choice is kept, in seconds: one year. */
const KEPT = 31_536_000;

/** The colour theme. The server writes it into the page from the cookie, so nothing flashes. */
class ThemeChoice {
	current: Theme = $state('system');

	/** Reads what the server wrote. */
	adopt(): void {
		this.current =
			THEMES.find((name) => name === document.documentElement.dataset.theme) ?? 'system';
	}

	choose(wanted: string): void {
		this.current = THEMES.find((name) => name === wanted) ?? 'system';
		document.documentElement.dataset.theme = this.current;
		const { backgroundColor } = getComputedStyle(document.documentElement);
		for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
			meta.content = backgroundColor;
		}
		document.cookie = `theme=${this.current}; path=/; max-age=${KEPT}; samesite=lax`;
	}

	/** Goes to the next theme in turn. */
	next(): void {
		const index = THEMES.indexOf(this.current);
		this.choose(THEMES[(index + 1) % THEMES.length] ?? 'system');
	}
}

export const theme = new ThemeChoice();
