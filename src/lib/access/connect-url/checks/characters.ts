import { findUnprintable } from '../../characters.ts';
import { CONNECT_PARAMETERS } from '../parameter-table.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

/** These have readers of their own, which name the character. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set(['scope', 'redirectUri']);

export const checkCharacters: LinkCheck = ({ parameters }) =>
	CONNECT_PARAMETERS.flatMap(({ key }) => {
		const character = READ_ELSEWHERE.has(key) ? null : findUnprintable(parameters[key] ?? '');
		if (character === null) return [];
		return [findingAbout(key, parameters)('error', { code: 'control-character', character })];
	});
