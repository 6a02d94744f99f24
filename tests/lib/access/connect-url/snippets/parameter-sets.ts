import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import type { Target } from '#lib/access/connect-url/snippets/environment.ts';
import { writeSnippets, type Snippet } from '#lib/access/connect-url/snippets/snippets.ts';

export const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
export const scope = 'required:read_odometer read_battery';
export const redirectUri = 'https://example.com/callback?a=1&b=2';
/** Breaks out of every kind of quotes that is not written with care. */
export const NASTY = `a'b"c\\d\ne\r\u2028</script><!--\${1+1}\`$(id)%41+é😀\u202e`;

export const PARAMETER_SETS: readonly (readonly [title: string, parameters: ConnectParameters])[] =
	[
		['only a client id', { clientId }],
		['a scope', { clientId, scope }],
		['redirect URI and state', { clientId, scope, redirectUri, state: 'a b+c/d=&é' }],
		['force and simulated', { clientId, scope, approvalPrompt: 'force', mode: 'simulated' }],
		['the older mode and a make', { clientId, scope, mode: 'test', make: 'LAND_ROVER' }],
		['one vehicle', { clientId, scope, singleSelect: 'true' }],
		['a VIN', { clientId, scope, singleSelect: 'true', singleSelectVin: '5YJSA1E14FF101307' }],
		['a VIN without single_select', { clientId, scope, singleSelectVin: '5YJSA1E14FF101307' }],
		['flags and user', { clientId, scope, flags: 'country:DE color:00819D', user: 'u-1' }],
		['flags that no map holds', { clientId, flags: 'b:1 b:2 __proto__:x nonsense 1:2' }],
		['a flag twice', { clientId, flags: 'b:1 b:2' }],
		['a flag without a value', { clientId, flags: 'b:1 nonsense' }],
		['the flag __proto__', { clientId, flags: '__proto__:x' }],
		['external id, no code', { clientId, scope, externalId: 'customer 42', responseType: 'none' }],
		['application_id', { clientId, idParameter: 'application_id', scope }],
		['an unknown mode', { clientId, scope, mode: 'sandbox' }],
		[
			'values that try to break out',
			{
				clientId,
				redirectUri: NASTY,
				state: NASTY,
				make: NASTY,
				user: NASTY,
				externalId: NASTY,
				flags: `country:${NASTY.replace(/\s/g, '')}`
			}
		]
	];

export const SANDBOX: Target = { kind: 'sandbox', origin: 'http://127.0.0.1:3000' };
export const LIVE: Target = { kind: 'live' };

/** One snippet of a link. */
export function snippet(id: Snippet['id'], link: string, target = LIVE): Snippet {
	const facts = { target, defaultRedirectUri: redirectUri };
	const found = writeSnippets(link, facts).find((candidate) => candidate.id === id);
	if (!found) throw new Error(`No snippet ${id}`);
	return found;
}
