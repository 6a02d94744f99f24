import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

export const checkUserReturns: LinkCheck = ({ parameters }) =>
	parameters.user === undefined
		? []
		: [findingAbout('user', parameters)('note', { code: 'not-returned' })];

export const checkExternalIdClears: LinkCheck = ({ parameters }) =>
	parameters.externalId === 'null'
		? [findingAbout('externalId', parameters)('note', { code: 'clears-external-id' })]
		: [];

/** An id of the owner in a link that many open makes one owner of all. */
export const checkIdsOfMany: LinkCheck = ({ parameters }, { forMany }) => {
	if (!forMany) return [];
	const { user, externalId } = parameters;
	const sameForAll = { code: 'same-for-all' } as const;
	return [
		...(user === undefined ? [] : [findingAbout('user', parameters)('warning', sameForAll)]),
		...(externalId === undefined || externalId === 'null'
			? []
			: [findingAbout('externalId', parameters)('warning', sameForAll)])
	];
};
