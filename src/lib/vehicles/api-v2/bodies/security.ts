import { z } from 'zod';
import type { SignalCode } from '../../signals/signals.ts';
import { reading, type V2Reading } from '../reading.ts';
import type { Told } from '../told.ts';

const Part = z.strictObject({ type: z.string(), status: z.enum(['OPEN', 'CLOSED', 'UNKNOWN']) });
type Part = z.infer<typeof Part>;

/** As seats are counted: row by row, from the left. */
const SEATS = ['frontLeft', 'frontRight', 'backLeft', 'backRight'];

/** Whether a vehicle is locked, and what of it is open; a list is empty where it cannot tell. */
export const SECURITY_READINGS: Readonly<Record<string, V2Reading>> = {
	'v2-security': reading({
		schema: z.strictObject({
			isLocked: z.boolean().nullable(),
			doors: z.array(Part),
			windows: z.array(Part),
			sunroof: z.array(Part),
			storage: z.array(Part),
			chargingPort: z.array(Part)
		}),
		needs: ['closure-islocked'],
		also: [
			'closure-doors',
			'closure-windows',
			'closure-sunroof',
			'closure-reartrunk',
			'closure-tailgate',
			'closure-fronttrunk',
			'closure-enginecover',
			'charge-ischargingportflapopen'
		],
		body: (told) => ({
			isLocked: told.flag('closure-islocked'),
			doors: seats(told, 'closure-doors'),
			windows: seats(told, 'closure-windows'),
			sunroof: part(told, 'sunroof', ['closure-sunroof']),
			storage: [
				...part(told, 'rear', ['closure-reartrunk', 'closure-tailgate']),
				...part(told, 'front', ['closure-fronttrunk', 'closure-enginecover'])
			],
			chargingPort: part(told, 'chargingPort', ['charge-ischargingportflapopen'], 'value')
		})
	})
};

function seats(told: Told, code: SignalCode): Part[] {
	return told.records(code).map(({ isOpen }, index) => ({
		type: SEATS[index] ?? `seat${index + 1}`,
		status: statusOf(typeof isOpen === 'boolean' ? isOpen : null)
	}));
}

/** The first of the signals that the vehicle has. */
function part(
	told: Told,
	type: string,
	codes: readonly SignalCode[],
	field = 'isOpen'
): readonly Part[] {
	const code = codes.find((one) => told.has(one));
	return code ? [{ type, status: statusOf(told.flag(code, field)) }] : [];
}

function statusOf(isOpen: boolean | null): Part['status'] {
	if (isOpen === null) return 'UNKNOWN';
	return isOpen ? 'OPEN' : 'CLOSED';
}
