import { quote } from '#lib/access/characters.ts';
import { unitSystemOf, type UnitSystem } from '#lib/vehicles/api-v2/units.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v2Refusal } from './answers.ts';

export const UNIT_HEADER = 'sc-unit-system';

/** The units that a request wants its answer in; metric where it says nothing. */
export function readUnits({
	envelope,
	request
}: Pick<Call, 'envelope' | 'request'>): UnitSystem | Refused {
	const text = request.headers.get(UNIT_HEADER);
	if (text === null || text === '') return 'metric';
	const message = `${quote(text)} is no system of units; send metric or imperial.`;
	return (
		unitSystemOf(text) ??
		new Refused(v2Refusal(envelope.id, 'VALIDATION', { detail: [{ field: UNIT_HEADER, message }] }))
	);
}
