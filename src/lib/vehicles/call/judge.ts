import type { PermissionName } from '#lib/access/permission.ts';

/** What is known of a call before its vehicle is asked. */
export interface CallFacts {
	/** All that the called item needs. */
	readonly permissions: readonly PermissionName[];
	/** What the connection grants now. */
	readonly granted: readonly PermissionName[];
	/** Whether the vehicle has what is asked for. */
	readonly capable: boolean;
	/** `TYPE:CODE` with which every call of a test login's vehicle fails. */
	readonly fault: string | null;
	readonly account: {
		/** The owner has signed in for this connection since the password last changed. */
		readonly passwordCurrent: boolean;
		/** The vehicle is no longer in the account. */
		readonly vehicleDeleted: boolean;
	};
	readonly plan: {
		/** Calls per vehicle and month; null where nobody counts. */
		readonly limit: number | null;
		/** Those of this month, before this one. */
		readonly calls: number;
	};
}

export type CallJudgement =
	| { readonly kind: 'allowed' }
	| { readonly kind: 'not-granted'; readonly missing: readonly PermissionName[] }
	| { readonly kind: 'billing'; readonly code: 'VEHICLE_REQUEST_LIMIT' }
	| { readonly kind: 'account'; readonly code: 'AUTHENTICATION_FAILED' | 'VEHICLE_MISSING' }
	| { readonly kind: 'fault'; readonly type: string; readonly code: string }
	| { readonly kind: 'not-capable' };

/**
 * What becomes of a call, asked in the order in which a call travels: what the owner granted and
 * the plan are known here, the account is the brand's, and only then comes the vehicle. So who was
 * granted nothing learns nothing, and a vehicle of a test login fails whatever it can do.
 */
export function judgeCall(facts: CallFacts): CallJudgement {
	const { permissions, granted, capable, fault, account, plan } = facts;
	const missing = permissions.filter((name) => !granted.includes(name));
	if (missing.length > 0) return { kind: 'not-granted', missing };
	if (plan.limit !== null && plan.calls >= plan.limit) {
		return { kind: 'billing', code: 'VEHICLE_REQUEST_LIMIT' };
	}
	if (!account.passwordCurrent) return { kind: 'account', code: 'AUTHENTICATION_FAILED' };
	if (account.vehicleDeleted) return { kind: 'account', code: 'VEHICLE_MISSING' };
	if (fault !== null) return { kind: 'fault', ...readFault(fault) };
	return capable ? { kind: 'allowed' } : { kind: 'not-capable' };
}

/** Whether a call is asked of the vehicle: only then it counts, and uses its permissions. */
export function reachesVehicle({ kind }: CallJudgement): boolean {
	return kind === 'allowed' || kind === 'fault';
}

function readFault(fault: string): { readonly type: string; readonly code: string } {
	const [type = '', code = ''] = fault.split(':');
	return { type, code };
}
