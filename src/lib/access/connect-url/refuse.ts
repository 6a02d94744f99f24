import { permissionRank, type PermissionName } from '../permission.ts';
import { encodeValue } from './encoding.ts';
import { sandboxPath } from './sandbox-link.ts';

/** Our own parameter, known to the sandbox alone: optional permissions that start unticked. */
export const REFUSE_PARAMETER = 'valetkey_refuse';

/**
 * The path that asks for a scope in the sandbox, with the refusal of some permissions prepared.
 * The owner is asked even when a vehicle is connected already.
 *
 * @example refusalLink(clientId, 'read_location read_vin', ['read_vin'])
 * // '/sandbox/start?response_type=code&client_id=…&scope=…&approval_prompt=force&valetkey_refuse=read_vin'
 */
export function refusalLink(
	clientId: string,
	scope: string,
	refused: readonly PermissionName[]
): string {
	const path = sandboxPath({ clientId, scope, approvalPrompt: 'force' });
	const names = [...refused].sort((a, b) => permissionRank(a) - permissionRank(b)).join(' ');
	return `${path}&${REFUSE_PARAMETER}=${encodeValue(names)}`;
}
