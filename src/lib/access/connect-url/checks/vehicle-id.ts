import { UUID } from '../../client-id.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

/** A new sign-in for Tesla's move to another platform names the make instead of a vehicle. */
export const checkVehicleId: LinkCheck = ({ parameters }) => {
	const { vehicleId, path, make, scope } = parameters;
	const finding = findingAbout('vehicleId', parameters);
	if (path !== 'reauthenticate') {
		return vehicleId === undefined ? [] : [finding('warning', { code: 'vehicle-id-ignored' })];
	}
	if (vehicleId === undefined) {
		return make === 'TESLA' && scope ? [] : [finding('error', { code: 'no-vehicle-id' })];
	}
	return UUID.test(vehicleId) ? [] : [finding('error', { code: 'vehicle-id-form', vehicleId })];
};
