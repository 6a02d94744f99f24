import { isLoopbackName } from '../../loopback.ts';
import { LIVE_CONNECT_ORIGIN } from '../parameters.ts';
import type { LinkCheck } from './link.ts';

/** A link that leads elsewhere may be a sandbox's, or somebody's trap. */
export const checkOrigin: LinkCheck = ({ origin = null }, { origins = [] }) => {
	if (origin === null || origin === LIVE_CONNECT_ORIGIN || origins.includes(origin)) return [];
	const [, host = ''] = /^https?:\/\/([^/@]*?)(?::\d+)?$/.exec(origin) ?? [];
	const loopback = isLoopbackName(host);
	return [
		{
			parameter: null,
			severity: loopback ? 'note' : 'warning',
			code: 'other-origin',
			origin,
			loopback
		}
	];
};
