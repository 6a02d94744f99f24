import { quote } from '#lib/access/characters.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v3Refusal } from './answers.ts';
import type { Units } from './bodies/signal.ts';

/** The units that a request wants, metric where it does not say. */
export function unitsOf({
	request,
	envelope
}: Pick<Call, 'request' | 'envelope'>): Units | Refused {
	const wanted = request.headers.get('sc-unit-system')?.trim().toLowerCase() ?? '';
	if (wanted === '' || wanted === 'metric') return 'metric';
	if (wanted === 'imperial') return 'imperial';
	const detail = `sc-unit-system: ${quote(wanted)} is no unit system; send metric or imperial.`;
	return new Refused(v3Refusal(envelope.id, 'VALIDATION:INVALID_INPUT_FORMAT', { detail }));
}
