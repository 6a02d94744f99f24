/**
 * Items whose derivation the sandbox does not prove, each with the reason. Of all others a test asks
 * over HTTP: they answer under exactly the derived access, and are refused without any of it.
 */
export const NOT_PROVED: Readonly<Record<string, string>> = {
	'v2-charge-events': 'webhooks of version 2 deliver it, and those of the sandbox are of version 4'
};

/** Items that are proved at another path than their own, which needs more. */
export const PROVED_ELSEWHERE: Readonly<
	Record<string, { readonly path: string; readonly why: string }>
> = {
	id: {
		path: 'GET /v2.0/vehicles',
		why: 'its own path tells make and model too, and needs the permission for them'
	}
};

/** What the sandbox has to say of an item's permission, which says nothing of the live platform. */
export function proofOf(code: string): string {
	const why = NOT_PROVED[code];
	if (why !== undefined) return `Not proved in the sandbox: ${why}.`;
	const elsewhere = PROVED_ELSEWHERE[code];
	return elsewhere
		? `Proved in the sandbox by ${elsewhere.path}, which tells it under any access: ${elsewhere.why}. That says nothing of the live platform.`
		: 'Proved in the sandbox: it answers under exactly this access and is refused without any of it. That says nothing of the live platform.';
}
