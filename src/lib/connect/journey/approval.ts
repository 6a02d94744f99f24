import type { PermissionName } from '#lib/access/permission.ts';
import { saidOf } from '#lib/access/purposes.ts';
import { parseScope } from '#lib/access/scope.ts';
import type { ConnectRequest } from '../session-data.ts';
import type { EndedSession } from './session.ts';

/** What an owner allows. */
export interface Approval {
	/** In scope order. */
	readonly granted: readonly PermissionName[];
	readonly vehicleIds: readonly string[];
}

/** Milliseconds in which a second press on the same button still counts as the first. */
const DOUBLE_PRESS = 10_000;

/** What was asked and not granted. */
export function refusedOf(
	{ asked }: Pick<ConnectRequest, 'asked'>,
	granted: readonly PermissionName[]
): readonly PermissionName[] {
	return asked.map(({ name }) => name).filter((name) => !granted.includes(name));
}

/**
 * What an owner once agreed to as a whole, with nothing refused then or of it since; the consent
 * screen is not shown again. Null where it has to be.
 *
 * @param offered ids of the vehicles of the account
 * @param approved ids of those of them whose owner agreed to exactly this access
 */
export function approvedBefore(
	{ approvalPrompt, singleSelect, asked }: ConnectRequest,
	offered: readonly string[],
	approved: readonly string[]
): Approval | null {
	if (approvalPrompt === 'force') return null;
	const vehicleIds = offered.filter((id) => approved.includes(id));
	if (vehicleIds.length === 0 || (singleSelect && vehicleIds.length > 1)) return null;
	return { granted: asked.map(({ name }) => name), vehicleIds };
}

/**
 * What is asked, with the words that the owner was shown last: who agrees without being asked was told
 * nothing else.
 *
 * @param shown what was asked of them before; the newest first
 */
export function asLastShown(
	asked: ConnectRequest['asked'],
	shown: readonly ConnectRequest['asked'][]
): ConnectRequest['asked'] {
	return asked.map(({ name, required }) => {
		const last = shown.flat().find((permission) => permission.name === name);
		return { name, required, ...saidOf(last ?? {}) };
	});
}

/** A refusal is remembered by forgetting what was agreed to before with the permission in it. */
export function scopesToForget(
	scopes: readonly string[],
	refused: readonly PermissionName[]
): readonly string[] {
	return scopes.filter((scope) =>
		parseScope(scope).permissions.some(({ name }) => refused.includes(name))
	);
}

/** What an earlier authorization is stored with. */
export interface StoredApproval {
	/** Granted permission names, separated by a space. */
	readonly scope: string;
	readonly vehicleIds: readonly string[];
}

/** Whether Allow was pressed a second time, saying the same as the first. */
export function isSecondPress(
	{ endedAt }: EndedSession,
	first: StoredApproval,
	{ granted, vehicleIds }: Approval,
	now: number
): boolean {
	if (endedAt === null || now - endedAt > DOUBLE_PRESS) return false;
	return first.scope === granted.join(' ') && first.vehicleIds.join(' ') === vehicleIds.join(' ');
}

/** The id that a link wants stored for the owner; undefined where it leaves the stored one alone. */
export function externalIdToStore({
	externalId
}: Pick<ConnectRequest, 'externalId'>): string | null | undefined {
	if (externalId === null) return undefined;
	return externalId === 'null' ? null : externalId;
}
