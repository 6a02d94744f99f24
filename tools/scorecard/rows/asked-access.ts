import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Check } from '../check.ts';
import { expectErrorRedirect, expectPage } from '../expect.ts';
import type { Fields } from '../http.ts';
import {
	allow,
	authorize,
	begin,
	consentFields,
	linkQuery,
	newOwner,
	openLink,
	openQuery,
	queryOf,
	reachConsent,
	signIn,
	step
} from '../journey.ts';
import { PUBLISHED_SCOPE } from '../target.ts';
import { exchange, tokensOf } from '../tokens.ts';

/** An Audi of the simulator. */
const AUDI = '0SCAUDI037A5ADB1C';

/** What a link asks of an owner, and how it asks. */
export const ASKED_ACCESS: readonly Check[] = [
	{
		row: 15,
		source: 'RFC 6749 §3.3',
		title: 'a scope that does not follow the grammar is invalid_scope',
		async run({ strict, origin }) {
			const rest = linkQuery(strict, { scope: null });
			for (const scope of [
				'required:',
				'required:required:read_vin',
				'Required:read_vin',
				'READ_VIN',
				'"read_vin"',
				'read_vin,read_odometer',
				'read_vin\\',
				'read_v\u0456n',
				'read_vin\u0000',
				'read_vin\u0007read_odometer'
			]) {
				const answer = await openQuery(origin, `${rest}&scope=${encodeURIComponent(scope)}`);
				expectErrorRedirect(strict, answer, 'invalid_scope', JSON.stringify(scope));
			}
		}
	},
	{
		row: 16,
		source: 'The platform',
		title: 'of a permission that stands plain and as required, required wins',
		async run({ strict }) {
			const scope = 'read_vin required:read_vin read_odometer';
			const journey = await reachConsent(strict, { scope });
			const { permission } = await consentFields(journey);
			assert.deepEqual(permission, ['read_odometer', 'read_vin'], 'each stands once');
			const without = await allow(journey, { permission: ['read_odometer'] });
			assert.equal(without.status, 422, 'it cannot be dropped');
		}
	},
	{
		row: 16,
		source: 'The platform',
		title: 'the inspector warns of a permission that stands plain and as required',
		testedIn: 'tests/lib/access/scope.test.ts'
	},
	{
		row: 17,
		source: 'RFC 6749 §4.1.2.1',
		title: 'a permission that cannot be asked for is invalid_scope and is named',
		async run({ strict }) {
			const scope = 'read_vin read_mind control_weather';
			const query = expectErrorRedirect(strict, await openLink(strict, { scope }), 'invalid_scope');
			const description = query.get('error_description') ?? '';
			assert.match(description, /read_mind/);
			assert.match(description, /control_weather/);
			assert.equal(query.get('state'), 'state-1');
		}
	},
	{
		row: 17,
		source: 'The platform',
		title: 'on the platform a permission that cannot be asked for ends on a page that names it',
		async run({ platform }) {
			const answer = await openLink(platform, { scope: 'read_vin read_mind' });
			expectPage(answer);
			assert.match(answer.text, /not authorized to request permission\(s\): read_mind/);
		}
	},
	{
		row: 18,
		source: 'The platform',
		title: 'without a scope the published access is asked for; without one, invalid_scope says so',
		async run({ strict, other }) {
			const journey = await reachConsent(strict, { scope: null });
			const names = PUBLISHED_SCOPE.replaceAll('required:', '').split(' ');
			assert.deepEqual((await consentFields(journey)).permission, names);
			const none = await openLink(other, { scope: null });
			const query = expectErrorRedirect(other, none, 'invalid_scope');
			assert.match(query.get('error_description') ?? '', /Publish a version/);
		}
	},
	{
		row: 24,
		source: 'OWASP ASVS 10.7.1',
		title: 'consent is skipped only for exactly the access approved before, and never by force',
		async run({ strict }) {
			const owner = newOwner();
			const scope = 'required:read_battery read_odometer';
			await authorize(strict, { scope }, owner);
			const again = (changes: Fields) =>
				begin(strict, changes).then((journey) => signIn(journey, owner));
			const skipped = await again({ scope });
			assert.ok(queryOf(skipped).get('code'), 'the same access again');
			tokensOf(await exchange(strict, queryOf(skipped).get('code') ?? ''));
			const others: readonly Fields[] = [
				{ scope, approval_prompt: 'force' },
				{ scope: `${scope} read_vin` },
				{ scope: 'required:read_battery' },
				{ scope: 'read_battery read_odometer' }
			];
			for (const changes of others) {
				const { location } = await again(changes);
				assert.match(location ?? '', /\/grant$/, `${JSON.stringify(changes)} shows consent`);
			}
		}
	},
	{
		row: 24,
		source: 'OWASP ASVS 10.7.1',
		title: 'consent is shown again to an owner who refused something',
		async run({ strict }) {
			const owner = newOwner();
			const first = await reachConsent(strict, {}, owner);
			assert.ok(queryOf(await allow(first, { permission: ['read_battery'] })).get('code'));
			const { location } = await signIn(await begin(strict), owner);
			assert.match(location ?? '', /\/grant$/);
		}
	},
	{
		row: 25,
		source: 'The platform',
		title: 'a value outside the closed sets is answered with the documented error',
		async run({ strict }) {
			const alone = await openLink(strict, { single_select_vin: AUDI });
			const query = expectErrorRedirect(strict, alone, 'configuration_error', 'VIN alone');
			assert.equal(query.get('status_code'), '400');
			for (const [name, value] of [
				['mode', 'dream'],
				['flags', 'no:flag:this'],
				['approval_prompt', 'no']
			] as const) {
				const answer = await openLink(strict, { [name]: value });
				expectErrorRedirect(strict, answer, 'invalid_request', name);
			}
		}
	},
	{
		row: 25,
		source: 'The platform',
		title: 'an unknown make is an unsupported vehicle, and a VIN decides before the make',
		async run({ strict }) {
			const unknown = await begin(strict, { make: 'TROLLEY' });
			const { location } = await step(unknown, ['', 'continue']);
			assert.equal(location, `${unknown.path}/unsupported`);
			const both = { single_select: 'true', single_select_vin: AUDI, make: 'TESLA' };
			const journey = await begin(strict, both);
			await step(journey, ['', 'continue']);
			const { username } = newOwner();
			await step(journey, ['login', 'signIn'], { username, password: 'secret' });
			assert.equal((await consentFields(journey)).vehicle.length, 1, 'the vehicle with the VIN');
		}
	},
	{
		row: 26,
		source: 'OpenID Connect Core §6',
		title: 'request, request_uri and registration are not supported, and nothing is fetched',
		async run({ strict }) {
			let visits = 0;
			const bait = createServer((_request, response) => {
				visits += 1;
				response.end();
			}).listen(0, '127.0.0.1');
			await once(bait, 'listening');
			const address = bait.address();
			const port = typeof address === 'object' ? address?.port : undefined;
			try {
				for (const [name, value] of [
					['request', 'eyJhbGciOiJub25lIn0.e30.'],
					['request_uri', `http://127.0.0.1:${port}/request`],
					['registration', '{}']
				] as const) {
					const answer = await openLink(strict, { [name]: value });
					expectErrorRedirect(strict, answer, `${name}_not_supported`);
				}
			} finally {
				bait.close();
			}
			assert.equal(visits, 0, 'nothing was fetched');
		}
	}
];
