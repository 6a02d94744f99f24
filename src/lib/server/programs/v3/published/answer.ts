import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import type { Call } from '../../call.ts';
import { bearerToken } from '../../bearer-token.ts';
import { Refused } from '../../endpoint.ts';
import { v3Answer, v3Refusal } from '../answers.ts';
import { PUBLISHED_SIGNALS, PUBLISHED_TOKEN, PUBLISHED_VEHICLE } from './data.ts';

/**
 * The answer to the token that the platform publishes for trying out, which reaches one vehicle of
 * fixed data in the dialect of 2025; null for every other token.
 */
export function answerPublished(call: Call): Refused | null {
	return bearerToken(call.request) === PUBLISHED_TOKEN ? new Refused(published(call)) : null;
}

function published({ envelope: { id }, params, request, pathname }: Call): JsonAnswer {
	if (params.vehicleId !== PUBLISHED_VEHICLE.id) {
		return v3Refusal(id, 'RESOURCE_NOT_FOUND:VEHICLE_NOT_FOUND');
	}
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		const detail = 'The published token only reads.';
		return v3Refusal(id, 'AUTHENTICATION:ACCESS_DENIED', { detail });
	}
	const { code } = params;
	if (code !== undefined) {
		const found = PUBLISHED_SIGNALS.find((signal) => signal.id === code);
		return found ? v3Answer(id, found) : v3Refusal(id, 'RESOURCE_NOT_FOUND:SIGNAL_NOT_FOUND');
	}
	return v3Answer(id, /\/signals\/?$/.test(pathname) ? LIST : PUBLISHED_VEHICLE);
}

const count = PUBLISHED_SIGNALS.length;

const LIST = {
	data: PUBLISHED_SIGNALS,
	meta: { totalCount: count, pageSize: count, page: 1 },
	links: { self: `${PUBLISHED_VEHICLE.links.self}/signals` },
	included: { vehicle: PUBLISHED_VEHICLE }
};
