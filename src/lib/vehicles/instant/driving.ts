import { headingTo, placeAlong, type Point } from '../places.ts';
import { HOUR } from '../spans.ts';
import type { Drive } from '../state/schema.ts';
import type { Instant } from './instant.ts';

/** Share of a drive's time that getting under way takes, and coming to rest. */
const RAMP = 0.1;
/** Speed between the two, as a multiple of the average. */
const CRUISE = 1 / (1 - RAMP);

/** Kilometres that are driven by a time: slow at both ends, even between them. */
export function kmDriven(drive: Drive, time: number): number {
	const share = shareOfTime(drive, time);
	const left = 1 - share;
	if (share < RAMP) return (drive.km * CRUISE * share * share) / (2 * RAMP);
	if (left < RAMP) return drive.km * (1 - (CRUISE * left * left) / (2 * RAMP));
	return drive.km * CRUISE * (share - RAMP / 2);
}

export function speedOf(drive: Drive, time: number): number {
	const share = shareOfTime(drive, time);
	const average = drive.km / ((drive.endsAt - drive.startedAt) / HOUR);
	return average * CRUISE * Math.min(1, share / RAMP, (1 - share) / RAMP);
}

/** Where a vehicle is and where it looks. */
export function placeAt({ state: { drive, place }, time }: Instant): {
	readonly at: Point;
	readonly heading: number;
} {
	if (!drive) return place;
	const share = kmDriven(drive, time) / drive.routeKm;
	const at = placeAlong(drive.from, drive.to, drive.bow, share);
	const [behind, ahead] = [Math.max(share - 0.01, 0), Math.min(share + 0.01, 1)];
	const heading = headingTo(
		placeAlong(drive.from, drive.to, drive.bow, behind),
		placeAlong(drive.from, drive.to, drive.bow, ahead)
	);
	return { at, heading: (Math.round(heading * 10) / 10) % 360 };
}

export function odometerAt({ state: { drive, odometer }, time }: Instant): number {
	return odometer.km + (drive ? kmDriven(drive, time) : 0);
}

export function litersAt({ state: { drive, tank }, time }: Instant): number {
	if (!drive) return tank.liters;
	const burning = Math.max(kmDriven(drive, time) - drive.electricKm, 0);
	return Math.max(tank.liters - burning * drive.litersPerKm, 0);
}

/** What a drive has drawn from the battery. */
export function kWhDriven(drive: Drive, time: number): number {
	return Math.min(kmDriven(drive, time), drive.electricKm) * drive.kWhPerKm;
}

function shareOfTime({ startedAt, endsAt }: Drive, time: number): number {
	return Math.min(Math.max((time - startedAt) / (endsAt - startedAt), 0), 1);
}
