import { UUID } from '../../client-id.ts';
import { RESPONSE_TYPES } from '../parameters.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

/** Each address has its own; a link that was read without one was told so by its reader. */
export const checkResponseType: LinkCheck = ({ parameters }) => {
	const { responseType: value, path = 'authorize' } = parameters;
	const finding = findingAbout('responseType', parameters);
	if (value === 'none') return [finding('note', { code: 'no-code' })];
	if (value === undefined || value === RESPONSE_TYPES[path]) return [];
	if (path === 'authorize' && (UUID.test(value) || value === RESPONSE_TYPES.reauthenticate)) {
		const severity = value === RESPONSE_TYPES.reauthenticate ? 'error' : 'warning';
		return [finding(severity, { code: 'reauthentication' })];
	}
	return [finding('error', { code: 'response-type', value, path })];
};
