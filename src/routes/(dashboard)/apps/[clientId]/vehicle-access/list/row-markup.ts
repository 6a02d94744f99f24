import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { Matches } from '#lib/access/catalog/search.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import * as words from '../words.en.ts';

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

/** An element around markup. */
function element(tag: string, inside: string, attributes: Readonly<Record<string, string>> = {}) {
	const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
	return `<${tag}${written.join('')}>${inside}</${tag}>`;
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
	description: string,
	matches: Matches | null
): string {
	const title = element('b', marked(name, matches), { id: `${escapeText(code)}-name` });
	return [
		element('span', `${title} ${element('code', marked(code, matches))}`, { class: 'name' }),
		element('span', escapeText(description), { class: 'desc' })
	].join('');
}

/** What ticking an item would add, before it is ticked. */
export function priceMarkup(cost: readonly PermissionName[]): string {
	if (cost.length > 0) return cost.map(addedMarkup).join(' ');
	return (
		element('span', words.inScope, { class: 'free', 'aria-hidden': 'true' }) +
		element('span', words.noNewPermission, { class: 'visually-hidden' })
	);
}

/** One permission that would come along; amber is for those that are highly sensitive. */
export function addedMarkup(name: PermissionName): string {
	const added = `+&nbsp;${name}`;
	const isHigh = officialCatalog.permission(name).sensitivity === 'high';
	const says = isHigh ? ` ${element('em', words.sensitive)}` : '';
	return element('span', added + says, { class: 'adds' });
}
