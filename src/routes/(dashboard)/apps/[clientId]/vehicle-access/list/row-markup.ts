import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import * as words from '../words.en.ts';

/** An element around markup. */
export function element(
	tag: string,
	inside: string,
	attributes: Readonly<Record<string, string>> = {}
) {
	const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
	return `<${tag}${written.join('')}>${inside}</${tag}>`;
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
