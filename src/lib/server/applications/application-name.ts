import { findUnprintable } from '#lib/access/characters.ts';
import { refuse, type Refused } from '../outcome.ts';

export const MAX_NAME_LENGTH = 80;

export type NameRefusal =
	| { readonly code: 'name-missing'; readonly field: 'name' }
	| { readonly code: 'name-too-long'; readonly field: 'name' }
	| {
			readonly code: 'name-unprintable';
			readonly field: 'name';
			readonly data: { readonly character: string };
	  };

/** Reads a name as it will be read, on the consent screen or in a list. */
export function checkName(
	text: string
): { readonly ok: true; readonly name: string } | Refused<NameRefusal> {
	const name = text.normalize('NFC').trim();
	if (name === '') return refuse({ code: 'name-missing', field: 'name' });
	if (name.length > MAX_NAME_LENGTH) return refuse({ code: 'name-too-long', field: 'name' });
	const character = findUnprintable(name);
	if (character !== null) {
		return refuse({ code: 'name-unprintable', field: 'name', data: { character } });
	}
	return { ok: true, name };
}
