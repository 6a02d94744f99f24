import { globSync, readFileSync } from 'node:fs';

const TOKENS = 'src/lib/styles/tokens/';
const STYLE = /<style\b[^>]*>(.*?)<\/style>/gs;
const COMMENT = /\/\*.*?\*\//gs;
const DECLARATION = /(?<![\w-])(-{0,2}[a-z][\w-]*):\s*([^;{}]+)[;}]/g;
const CONDITION = /@(?:media|container)\b([^{]+)\{/g;
const LENGTH = /(?<![\w-])-?(?:\d+\.?\d*|\.\d+)(?:px|r?em|ch|pt|v[wh])\b/;
const PIXELS = /(?<![\w.])-?(\d*\.?\d+)px\b/g;

/** Up to here a space is rhythm, and has a step; what is larger is a place of its own. */
const LARGEST_STEP = 24;

/** Every sheet of the application but those that say what the tokens are. */
export function readSheets(): readonly { readonly path: string; readonly css: string }[] {
	return globSync('src/**/*.{svelte,css}')
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => !path.startsWith(TOKENS))
		.sort()
		.map((path) => ({ path, css: sheetOf(path, readFileSync(path, 'utf8')) }));
}

function sheetOf(path: string, source: string): string {
	if (path.endsWith('.css')) return source;
	return [...source.matchAll(STYLE)].map(([, style = '']) => style).join('\n');
}

/** What a sheet writes out though there is a token for it. */
export function rawSizes(css: string): readonly string[] {
	const plain = css.replace(COMMENT, '');
	const declarations = [...plain.matchAll(DECLARATION)]
		.filter(([, name = '', value = '']) => isRaw(name, value.trim()))
		.map(([, name = '', value = '']) => `${name}: ${value.trim()}`);
	const conditions = [...plain.matchAll(CONDITION)]
		.map(([, condition = '']) => condition.trim())
		.filter((condition) => LENGTH.test(condition));
	return [...declarations, ...conditions];
}

function isRaw(name: string, value: string): boolean {
	if (name === 'font-size') return !/^(var\(--size[\w-]*\)|inherit)$/.test(value);
	if (name === 'font' || /^--(size|space|radius)/.test(name)) return LENGTH.test(value);
	if (/^border(-[a-z]+)*-radius$/.test(name)) return LENGTH.test(value);
	if (/^((row-|column-)?gap|(padding|margin)(-[a-z]+)*)$/.test(name)) {
		// A hair is no step.
		return [...value.matchAll(PIXELS)]
			.map(([, pixels]) => Number(pixels))
			.some((pixels) => pixels > 1 && pixels <= LARGEST_STEP);
	}
	return false;
}
