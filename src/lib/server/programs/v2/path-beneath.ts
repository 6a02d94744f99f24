import { routedPath } from '#lib/access/program-address.ts';

const BENEATH_A_VEHICLE = /^\/v2\.0\/vehicles\/[^/]+\/?(.*?)\/?$/;

/** The part of an address that follows the vehicle, without slashes around it. */
export function pathBeneath(pathname: string): string {
	return BENEATH_A_VEHICLE.exec(routedPath(pathname))?.[1] ?? '';
}
