import { MACHINE_ID_PREFIX, UUID } from '../../client-id.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

export const checkClientId: LinkCheck = ({ parameters }, { application }) => {
	const { clientId } = parameters;
	const finding = findingAbout('clientId', parameters);
	if (clientId === undefined) return [finding('error', { code: 'no-client-id' })];
	if (clientId.startsWith(MACHINE_ID_PREFIX)) {
		return [finding('error', { code: 'machine-id', clientId })];
	}
	if (!UUID.test(clientId)) return [finding('error', { code: 'client-id-form', clientId })];
	if (application && clientId.toLowerCase() !== application.clientId.toLowerCase()) {
		const own = application.clientId;
		return [finding('warning', { code: 'other-application', clientId: own })];
	}
	return [];
};
