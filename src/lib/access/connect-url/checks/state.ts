import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

/** Most characters of `state`; a longer one may not survive the redirect. */
export const MAX_STATE_LENGTH = 2048;

export const checkStateLength: LinkCheck = ({ parameters }) => {
	const { length } = parameters.state ?? '';
	if (length <= MAX_STATE_LENGTH) return [];
	return [findingAbout('state', parameters)('error', { code: 'state-too-long', length })];
};

/** Each owner needs one of their own: a link for many carries none, a link for one does. */
export const checkStateOfOne: LinkCheck = ({ parameters }, { forMany }) => {
	const finding = findingAbout('state', parameters);
	if (parameters.state === undefined) {
		return forMany === false ? [finding('note', { code: 'no-state' })] : [];
	}
	return forMany ? [finding('warning', { code: 'fixed-state' })] : [];
};
