import { quote } from '#lib/access/characters.ts';
import { UUID } from '#lib/access/client-id.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { CallJudgement } from '#lib/vehicles/call/judge.ts';
import {
	askedError,
	platformError,
	type KnownPlatformError
} from '#lib/vehicles/call/platform-errors.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { signInAgainUrl } from '../sign-in-again.ts';
import { callVehicle, type CalledItem, type CalledVehicle } from '../vehicle-call.ts';
import { wayOut } from '../way-out.ts';
import { v3Refusal } from './answers.ts';
import { userNamedBy, type Caller, type ToldVehicle } from './caller.ts';
import { styleOf, type Style } from './style.ts';

/** A vehicle that is reached, with what may be told of it. */
export interface Reach extends CalledVehicle {
	readonly told: ToldVehicle;
	readonly caller: Caller;
	readonly style: Style;
}

/** Of this server, as who asks knows it. */
export function originOf({ envelope, context }: Pick<Call, 'envelope' | 'context'>): string {
	return envelope.origin ?? context.settings.origin;
}

/** What is wrong with how a request names vehicle and user; null where nothing is. */
export function checkNames(call: Call, { grant }: Caller, userRequired: boolean): Refused | null {
	const { envelope, params } = call;
	const wrong = (detail: string) =>
		new Refused(v3Refusal(envelope.id, 'VALIDATION:INVALID_INPUT_FORMAT', { detail }));
	const userId = userNamedBy(call);
	if (userRequired && !grant && userId === null) {
		const detail = 'missing userId: send the header sc-user-id with the id of the owner.';
		return new Refused(v3Refusal(envelope.id, 'VALIDATION:MISSING_PARAMETER', { detail }));
	}
	if (userId !== null && !UUID.test(userId)) {
		return wrong(`sc-user-id: ${quote(userId)} is no user id; send a UUID.`);
	}
	const { vehicleId } = params;
	if (vehicleId !== undefined && !UUID.test(vehicleId)) {
		return wrong(`vehicleId: ${quote(vehicleId)} is no vehicle id; send a UUID.`);
	}
	return null;
}

/**
 * Asks the vehicle of a call for some items. Where it never was theirs the refusal is the same as where
 * there is none; where it was, until its connection ended, the owner has to be asked again.
 */
export async function reachVehicle(
	call: Call,
	caller: Caller,
	items: readonly CalledItem[]
): Promise<Reach | Refused> {
	const { vehicle: told, clientId, read } = caller;
	if (!told) return caller.ended ? connectionEnded(call) : notFound(call);
	const called = read && (await callVehicle(call, { clientId, ...told }, items, read));
	if (!called) return connectionEnded(call);
	return { ...called, told, caller, style: styleOf(read.connection.v3Dialect, originOf(call)) };
}

function notFound({ envelope }: Pick<Call, 'envelope'>): Refused {
	return new Refused(v3Refusal(envelope.id, 'RESOURCE_NOT_FOUND:VEHICLE_NOT_FOUND'));
}

/** Whoever ended it. */
export function connectionEnded({ envelope }: Pick<Call, 'envelope'>): Refused {
	return new Refused(v3Refusal(envelope.id, 'PERMISSION:UNKNOWN', { detail: ENDED }));
}

const ENDED =
	'The connection with this vehicle ended, and all that its owner had granted with it: send the owner through Connect again.';

/** The refusal of a call by what was judged of it; null where it is allowed. */
export function refusalOf(
	call: Pick<Call, 'envelope' | 'context'>,
	{ told, caller: { clientId } }: Pick<Reach, 'told' | 'caller'>,
	{ item, judgement }: { readonly item: CatalogItem; readonly judgement: CallJudgement }
): Refused | null {
	const { envelope } = call;
	const origin = originOf(call);
	if (judgement.kind === 'not-granted') {
		const { missing } = judgement;
		const detail = missingWords(item, missing);
		const headers = wayOut({ origin, clientId, item, missing });
		return new Refused(v3Refusal(envelope.id, 'PERMISSION:UNKNOWN', { detail, headers }));
	}
	const error = errorOf(judgement);
	if (!error) return null;
	const mayEndBySignIn = error.type === ACCOUNT && error.resolution === 'REAUTHENTICATE';
	const where = { clientId, vehicleId: told.id, mode: told.mode };
	const facts = mayEndBySignIn ? { url: signInAgainUrl(origin, where) } : {};
	return new Refused(v3Refusal(envelope.id, error, facts));
}

const ACCOUNT = 'CONNECTED_SERVICES_ACCOUNT';

function errorOf(
	judgement: Exclude<CallJudgement, { kind: 'not-granted' }>
): KnownPlatformError | null {
	switch (judgement.kind) {
		case 'allowed':
			return null;
		case 'billing':
			return platformError(`BILLING:${judgement.code}`);
		case 'account':
			return platformError(`${ACCOUNT}:${judgement.code}`);
		case 'fault':
			return askedError(`${judgement.type}:${judgement.code}`);
		case 'not-capable':
			return platformError('COMPATIBILITY:VEHICLE_NOT_CAPABLE');
	}
}

/** What is missing for an item, for developers. */
export function missingWords(
	{ code }: Pick<CatalogItem, 'code'>,
	missing: readonly string[]
): string {
	return `The owner has not granted ${missing.join(' and ')}, which ${code} needs.`;
}
