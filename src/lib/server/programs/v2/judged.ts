import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import type { CallJudgement } from '#lib/vehicles/call/judge.ts';
import { askedError, platformError } from '#lib/vehicles/call/platform-errors.ts';
import type { Call } from '../call.ts';
import { signInAgainUrl } from '../sign-in-again.ts';
import { wayOut } from '../way-out.ts';
import { v2Refusal } from './answers.ts';
import type { Reached } from './vehicle-of.ts';

/** Seconds after which a program may ask again, where a test login refuses it for its haste. */
const SECONDS_TO_WAIT = '30';

interface Judged {
	readonly item: CatalogItem;
	readonly vehicle: Reached;
	/** Whether the path names another brand than the vehicle's. */
	readonly otherBrand: boolean;
}

/** The refusal of a call that is judged; null for one that is allowed. */
export function refusalOf(
	{ context, envelope }: Pick<Call, 'context' | 'envelope'>,
	judgement: CallJudgement,
	{ item, vehicle, otherBrand }: Judged
): JsonAnswer | null {
	const origin = envelope.origin ?? context.settings.origin;
	const { clientId, mode, id: vehicleId } = vehicle;
	const url = () => signInAgainUrl(origin, { clientId, vehicleId, mode });
	switch (judgement.kind) {
		case 'allowed':
			return null;
		case 'not-granted': {
			const { missing } = judgement;
			return v2Refusal(envelope.id, 'PERMISSION', {
				description: `The owner has not granted ${missing.join(' ')} for this vehicle.`,
				headers: wayOut({ origin, clientId, item, missing })
			});
		}
		case 'billing':
			return v2Refusal(envelope.id, `BILLING:${judgement.code}`);
		case 'account': {
			const error = platformError(`CONNECTED_SERVICES_ACCOUNT:${judgement.code}`);
			return v2Refusal(envelope.id, error, leadingTo(error, url));
		}
		case 'not-capable':
			return v2Refusal(
				envelope.id,
				otherBrand ? 'COMPATIBILITY:MAKE_NOT_COMPATIBLE' : 'COMPATIBILITY:VEHICLE_NOT_CAPABLE'
			);
		case 'fault': {
			const error = askedError(`${judgement.type}:${judgement.code}`);
			const soon = error.status === 429 && { headers: { 'retry-after': SECONDS_TO_WAIT } };
			return v2Refusal(envelope.id, error, { ...soon, ...leadingTo(error, url) });
		}
	}
}

/** Only where the account at the brand is at fault, it helps to sign in again. */
function leadingTo(
	{ type, resolution }: ReturnType<typeof askedError>,
	url: () => string
): { readonly url?: string } {
	const helps = type === 'CONNECTED_SERVICES_ACCOUNT' && resolution === 'REAUTHENTICATE';
	return helps ? { url: url() } : {};
}
