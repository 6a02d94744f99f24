import { descriptionOf } from '#lib/access/catalog/descriptions.ts';
import type { Matches } from '#lib/access/catalog/search.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { element } from './row-markup.ts';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** A text as it stands in markup. */
export function escapeText(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A text with the part marked that was searched for. */
function marked(text: string, matches: Matches | null): string {
	const part = matches?.mark(text);
	if (!part) return escapeText(text);
	const found = element('mark', escapeText(text.slice(part.start, part.end)));
	return escapeText(text.slice(0, part.start)) + found + escapeText(text.slice(part.end));
}

/**
 * What an item is. Markup as a text, since a hundred rows are there before the script and stay as
 * the server wrote them.
 */
export function whatMarkup(
	{ code, name }: Pick<CatalogItem, 'code' | 'name'>,
	matches: Matches | null,
	description = descriptionOf(code)
): string {
	const title = element('b', marked(name, matches), { id: `${escapeText(code)}-name` });
	return [
		element('span', `${title} ${element('code', marked(code, matches))}`, { class: 'name' }),
		element('span', escapeText(description), { class: 'desc' })
	].join('');
}
