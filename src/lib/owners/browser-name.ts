/** Names in the order in which they count: most browsers name others beside themselves. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/\bEdg(e|A|iOS)?\//, 'Edge'],
	[/\b(OPR|Opera)\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/\bVersion\/.*\bSafari\//, 'Safari']
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bLinux\b/, 'Linux']
];

/** Longer ones are not looked at to their end. */
const LONGEST = 1024;

/**
 * What a person knows a browser by, e.g. `Firefox, Linux`; nothing of what was sent stands in it.
 *
 * @returns an empty text where neither is known
 */
export function browserName(userAgent: string | null): string {
	const text = (userAgent ?? '').slice(0, LONGEST);
	const nameIn = (names: typeof BROWSERS) => names.find(([sign]) => sign.test(text))?.[1];
	return [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== undefined).join(', ');
}
