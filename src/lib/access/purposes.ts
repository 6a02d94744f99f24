import type { Purpose, Purposes } from './kept.ts';
import { PERMISSION_NAMES, type PermissionName } from './permission.ts';

export type { Purpose, Purposes } from './kept.ts';

/** Longest sentence of an application to owners, in code points: an emoji may count as several. */
export const MAX_PURPOSE_LENGTH = 280;

/** What an application says of a permission: what it is for, and what stops without it; empty for nothing. */
export interface Told {
	readonly purpose: string;
	readonly without: string;
}

export function toldOf(purpose: Purpose = ''): Told {
	return typeof purpose === 'string' ? { purpose, without: '' } : purpose;
}

/** As it is kept: one sentence alone as a text, so that it is read wherever it was read before. */
export function purposeOf({ purpose, without }: Told): Purpose {
	return without ? { purpose, without } : purpose;
}

/** The same beside what is asked: what says nothing is left out. */
export function saidOf({ purpose = '', without = '' }: Partial<Told>): Partial<Told> {
	return { ...(purpose && { purpose }), ...(without && { without }) };
}

/** What is asked for, or would be. */
type Asked = readonly { readonly name: PermissionName }[];

/** In scope order, so that the same purposes are always written the same. */
export function pickPurposes(which: (name: PermissionName) => Purpose | undefined): Purposes {
	return Object.fromEntries(
		PERMISSION_NAMES.flatMap((name) => {
			const purpose = which(name);
			return purpose ? [[name, purpose]] : [];
		})
	);
}

/** Those that owners are told: of a permission that is not asked for, there is nothing to say. */
export function purposesOf(access: Asked, purposes: Purposes): Purposes {
	const asked = new Set(access.map(({ name }) => name));
	return pickPurposes((name) => (asked.has(name) ? purposes[name] : undefined));
}

export function sameTold(one: Told, other: Told): boolean {
	return one.purpose === other.purpose && one.without === other.without;
}

/** Permissions of which not the same is said, in scope order. */
export function changedPurposes(before: Purposes, after: Purposes): readonly PermissionName[] {
	return PERMISSION_NAMES.filter((name) => !sameTold(toldOf(before[name]), toldOf(after[name])));
}

/** With something else said of one permission; nothing at all takes it away. */
export function withPurpose(purposes: Purposes, name: PermissionName, told: Told): Purposes {
	return pickPurposes((one) => (one === name ? purposeOf(told) : purposes[one]));
}
