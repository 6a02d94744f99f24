import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { expectErrorRedirect, expectPage } from '../expect.ts';
import {
	allow,
	authorize,
	isAccepted,
	linkQuery,
	openLink,
	openQuery,
	queryOf,
	reachConsent,
	show,
	step
} from '../journey.ts';
import { freshTokens, vehiclesOf } from '../tokens.ts';

const LONGEST_STATE = 2048;

/** What the parameters of a link may be, once client and redirect URI are verified. */
export const AUTHORIZATION: readonly Check[] = [
	{
		row: 9,
		source: 'RFC 6749 §3.1',
		title: 'a parameter that stands twice is invalid_request',
		async run({ strict, origin }) {
			for (const [name, values] of [
				['state', ['state-1', 'state-1']],
				['state', ['state-1', 'state-2']],
				['scope', ['read_battery', 'read_odometer']],
				['response_type', ['code', 'code']],
				['unheard_of', ['x', 'x']]
			] as const) {
				const answer = await openLink(strict, { [name]: values });
				expectErrorRedirect(strict, answer, 'invalid_request', name);
			}
			const { clientId, redirectUri } = strict;
			for (const [name, value] of [
				['client_id', clientId],
				['redirect_uri', redirectUri]
			] as const) {
				const other = `${linkQuery(strict)}&${name}=${encodeURIComponent(`${value}x`)}`;
				expectPage(await openQuery(origin, other), `two values of ${name}`);
			}
		}
	},
	{
		row: 9,
		source: 'RFC 6749 §3.1, the platform',
		title: 'on the platform a parameter may stand twice with the same value, never with two',
		async run({ platform }) {
			const equal = await openLink(platform, { state: ['state-1', 'state-1'] });
			assert.ok(isAccepted(equal), 'the same value twice');
			const two = await openLink(platform, { state: ['state-1', 'state-2'] });
			expectErrorRedirect(platform, two, 'invalid_request');
		}
	},
	{
		row: 10,
		source: 'RFC 6749 §3.1',
		title: 'a parameter without a value counts as absent',
		async run({ strict }) {
			const journey = await reachConsent(strict, { state: '', scope: '', code_challenge: '' });
			assert.match((await show(journey, 'grant')).text, /read_odometer/, 'the published scope');
			assert.equal(queryOf(await allow(journey)).has('state'), false, 'no state comes back');
			const answer = await openLink(strict, { response_type: '' });
			expectErrorRedirect(strict, answer, 'invalid_request');
		}
	},
	{
		row: 11,
		source: 'RFC 6749 §3.1',
		title: 'an unknown parameter is ignored',
		async run({ strict, platform }) {
			for (const client of [strict, platform]) {
				assert.ok(isAccepted(await openLink(client, { unheard_of: 'x', nonce: 'n' })));
			}
		}
	},
	{
		row: 12,
		source: 'RFC 6749 §4.1.2.1',
		title: 'a response_type that is missing or unknown redirects with the error and the state',
		async run({ strict }) {
			const missing = await openLink(strict, { response_type: null });
			const query = expectErrorRedirect(strict, missing, 'invalid_request');
			assert.equal(query.get('state'), 'state-1');
			const bogus = await openLink(strict, { response_type: 'bogus' });
			const other = expectErrorRedirect(strict, bogus, 'unsupported_response_type');
			assert.equal(other.get('state'), 'state-1');
		}
	},
	{
		row: 12,
		source: 'The platform',
		title: 'on the platform a missing response_type ends on a page',
		async run({ platform }) {
			expectPage(await openLink(platform, { response_type: null }));
			const bogus = await openLink(platform, { response_type: 'bogus' });
			expectErrorRedirect(platform, bogus, 'unsupported_response_type');
		}
	},
	{
		row: 13,
		source: 'RFC 9700 §2.1.2',
		title: 'the implicit and hybrid response types are refused',
		async run({ strict, platform }) {
			for (const client of [strict, platform]) {
				for (const response_type of ['token', 'code token', 'id_token', 'code id_token token']) {
					const answer = await openLink(client, { response_type });
					expectErrorRedirect(client, answer, 'unsupported_response_type', response_type);
					assert.equal(answer.location?.includes('#'), false, 'nothing in a fragment');
				}
			}
		}
	},
	{
		row: 14,
		source: 'The platform',
		title: 'an owner signs in again for a connected vehicle, and no other id is told apart',
		async run({ strict, other }) {
			const [own] = await vehiclesOf(strict, (await freshTokens(strict)).access);
			const [foreign] = await vehiclesOf(other, (await freshTokens(other)).access);
			assert.ok(isAccepted(await openLink(strict, { response_type: own ?? '' })), 'its own');
			const errors = [];
			for (const response_type of [foreign ?? '', '00000000-0000-4000-8000-000000000000']) {
				const answer = await openLink(strict, { response_type });
				expectErrorRedirect(strict, answer, 'invalid_request');
				errors.push(answer.location);
			}
			assert.equal(errors[0], errors[1], 'somebody else’s and no vehicle read the same');
		}
	},
	{
		row: 19,
		source: 'RFC 6749 §4.1.2',
		title: 'state comes back byte for byte, on success and on error',
		async run({ strict, platform }) {
			for (const client of [strict, platform]) {
				for (const state of ['a+b %2B&c=d#e"', 'żółw 🚗', 'x'.repeat(LONGEST_STATE)]) {
					assert.equal((await authorize(client, { state })).get('state'), state, 'on success');
					const journey = await reachConsent(client, { state });
					const denied = queryOf(await step(journey, ['grant', 'deny']));
					assert.equal(denied.get('state'), state, 'on denial');
					const bogus = await openLink(client, { state, response_type: 'bogus' });
					assert.equal(queryOf(bogus).get('state'), state, 'on error');
				}
			}
			const raw = `${linkQuery(strict, { state: null, response_type: 'bogus' })}`;
			for (const [written, returned, about] of [
				['a+b%2Bc', 'a%20b%2Bc', 'a + of a form is a space'],
				['eyJh+b/c=', 'eyJh%2Bb/c%3D', 'a raw + of the browser SDK’s base64 is none']
			] as const) {
				const { location } = await openQuery(strict.origin, `${raw}&state=${written}`);
				assert.ok(location?.includes(`state=${returned}`), about);
			}
			const long = await openLink(strict, { state: 'x'.repeat(LONGEST_STATE + 1) });
			expectErrorRedirect(strict, long, 'invalid_request', 'a state that is longer');
		}
	},
	{
		row: 20,
		source: 'RFC 9207 §2',
		title: 'every redirect names the issuer, on success and on error',
		async run({ strict, origin }) {
			assert.equal((await authorize(strict)).get('iss'), origin, 'on success');
			const denied = await step(await reachConsent(strict), ['grant', 'deny']);
			assert.equal(queryOf(denied).get('iss'), origin, 'on denial');
			const bogus = await openLink(strict, { response_type: 'bogus' });
			assert.equal(queryOf(bogus).get('iss'), origin, 'on error');
		}
	},
	{
		row: 20,
		source: 'The platform',
		title: 'on the platform no redirect names the issuer',
		async run({ platform }) {
			assert.equal((await authorize(platform)).has('iss'), false);
		}
	},
	{
		row: 21,
		source: 'RFC 7636 §7.2',
		title: 'code_challenge_method=plain is refused, and so is its default',
		async run({ strict, platform }) {
			const code_challenge = 'A'.repeat(43);
			for (const client of [strict, platform]) {
				for (const code_challenge_method of ['plain', null, 's256', 'S512']) {
					const answer = await openLink(client, { code_challenge, code_challenge_method });
					expectErrorRedirect(client, answer, 'invalid_request', String(code_challenge_method));
				}
			}
		}
	},
	{
		row: 22,
		source: 'RFC 7636 §4.2',
		title: 'a code_challenge that is no SHA-256 in base64url is refused',
		async run({ strict }) {
			const challenge = (code_challenge: string) =>
				openLink(strict, { code_challenge, code_challenge_method: 'S256' });
			assert.ok(isAccepted(await challenge('A'.repeat(43))), '43 characters');
			for (const text of [
				'A'.repeat(42),
				'A'.repeat(44),
				'A'.repeat(129),
				`${'A'.repeat(42)}+`,
				`${'A'.repeat(42)}/`,
				`${'A'.repeat(42)}=`
			]) {
				expectErrorRedirect(strict, await challenge(text), 'invalid_request', text);
			}
		}
	},
	{
		row: 23,
		source: 'RFC 9700 §2.1.1, RFC 7636 §4.4.1',
		title: 'a public client has to use PKCE',
		notApplicable: 'every client is confidential: none can be made without a secret'
	}
];
