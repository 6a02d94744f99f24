/**
 * Items whose derivation the sandbox does not prove, each with the reason. Of all others a test asks
 * over HTTP: they answer under exactly the derived access, and are refused without any of it.
 */
export const NOT_PROVED: Readonly<Record<string, string>> = {
	id: 'its path tells make and model too, and needs the permission for them',
	'v2-charge-events': 'webhooks deliver it, and the sandbox has none yet',
	'v2-webhook-subscribe': 'the sandbox has no webhooks yet',
	'v2-webhook-unsubscribe': 'the sandbox has no webhooks yet'
};

/** What the sandbox has to say of an item's permission, which says nothing of the live platform. */
export function proofOf(code: string): string {
	const why = NOT_PROVED[code];
	return why === undefined
		? 'Proved in the sandbox: it answers under exactly this access and is refused without any of it. That says nothing of the live platform.'
		: `Not proved in the sandbox: ${why}.`;
}
