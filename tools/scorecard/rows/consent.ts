import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { showPage } from '../dashboard.ts';
import type { Answer } from '../http.ts';
import { allow, begin, consentFields, queryOf, reachConsent, show, step } from '../journey.ts';
import { pagesOf } from '../pages.ts';
import { exchange, tokensOf } from '../tokens.ts';

/** What an owner sees and answers. */
export const CONSENT: readonly Check[] = [
	{
		row: 27,
		source: 'RFC 9700 §4.16, OWASP ASVS 3.4.6',
		title: 'no page of Connect can be framed by another site',
		async run(target) {
			for (const [name, { headers }] of await pagesOf(target)) {
				assert.match(
					headers.get('content-security-policy') ?? '',
					/frame-ancestors 'none'/,
					`policy of ${name}`
				);
				assert.equal(headers.get('x-frame-options'), 'DENY', `older header of ${name}`);
			}
		}
	},
	{
		row: 28,
		source: 'RFC 6749 §10.12, OWASP ASVS 3.5.1',
		title: 'a consent form of another site, or with the token of another session, is refused',
		async run({ strict }) {
			const journey = await reachConsent(strict);
			const fields = await consentFields(journey);
			const origin = 'https://evil.example';
			for (const [about, headers, token] of [
				['another origin', { origin }, journey.token],
				['no origin', { origin: 'null' }, journey.token],
				['no token', {}, ''],
				['an invented token', {}, 'A'.repeat(journey.token.length)],
				['the token of another session', {}, (await begin(strict, {}, journey.cookie)).token]
			] as const) {
				const answer = await step(journey, ['grant', 'allow'], { ...fields, token }, headers);
				assert.equal(answer.status, 403, about);
				assert.equal(answer.location, null, about);
			}
			assert.ok(queryOf(await allow(journey)).get('code'), 'the true form still counts');
		}
	},
	{
		row: 29,
		source: 'The platform',
		title: 'a form without a required permission is refused and not completed',
		async run({ strict }) {
			const journey = await reachConsent(strict);
			expectRefused(await allow(journey, { permission: ['read_odometer'] }));
		}
	},
	{
		row: 30,
		source: 'OWASP ASVS 2.2.2, 15.3.3',
		title: 'a form with a permission that was never asked for is refused as a whole',
		async run({ strict }) {
			const journey = await reachConsent(strict);
			const { permission, vehicle } = await consentFields(journey);
			expectRefused(await allow(journey, { permission: [...permission, 'read_location'] }));
			const foreign = [...vehicle, '00000000-0000-4000-8000-000000000000'];
			expectRefused(await allow(journey, { vehicle: foreign }));
		}
	},
	{
		row: 31,
		source: 'The platform',
		title: 'a form with nothing selected is answered with a sentence and without a code',
		async run({ strict }) {
			const journey = await reachConsent(strict, { scope: 'read_battery read_odometer' });
			const none = await allow(journey, { permission: null });
			expectRefused(none);
			assert.match(none.text, /At least one permission must stay selected/);
			expectRefused(await allow(journey, { vehicle: null }));
		}
	},
	{
		row: 32,
		source: 'OWASP ASVS 2.3.1',
		title: 'a session of one browser cannot be gone on with in another, nor after its end',
		async run({ strict }) {
			const journey = await reachConsent(strict);
			const { cookie } = await begin(strict);
			const elsewhere = { ...journey, cookie };
			assert.equal((await show(elsewhere, 'grant')).status, 400, 'shown in another browser');
			const fields = await consentFields(journey);
			expectLost(await step(elsewhere, ['grant', 'allow'], fields), 'sent there');

			const code = queryOf(await step(journey, ['grant', 'allow'], fields)).get('code') ?? '';
			tokensOf(await exchange(strict, code));
			expectLost(await step(journey, ['grant', 'allow'], fields), 'sent again after the end');

			const denied = await reachConsent(strict);
			const asked = await consentFields(denied);
			await step(denied, ['grant', 'deny']);
			expectLost(await step(denied, ['grant', 'allow'], asked), 'allowed after all');
		}
	},
	{
		row: 32,
		source: 'OWASP ASVS 7.2.4',
		title: 'a session that was signed in to takes more than the cookie that it was opened with',
		async run({ strict }) {
			const journey = await reachConsent(strict);
			const planter = { ...journey, given: new Map<string, string>() };
			assert.equal((await show(planter, 'grant')).status, 400, 'shown');
			const fields = await consentFields(journey);
			expectLost(await step(planter, ['grant', 'allow'], fields), 'allowed');
			expectLost(await step(planter, ['grant', 'deny']), 'denied');
			assert.ok(queryOf(await allow(journey)).get('code'), 'the owner goes on');
		}
	},
	{
		row: 32,
		source: 'OWASP ASVS 2.3.1',
		title: 'a session that was left alone for ten minutes is over',
		testedIn: 'tests/lib/server/connect/sessions.test.ts'
	},
	{
		row: 33,
		source: 'OWASP ASVS 2.3.1',
		title: 'two applications in two tabs of one browser keep a session each',
		async run({ strict, other }) {
			const first = await begin(strict, { state: 'first' });
			const second = await begin(other, { state: 'second' }, first.cookie);
			assert.notEqual(first.path, second.path);
			assert.equal(second.cookie, first.cookie, 'it is one browser');
			const ended = await step(second, ['', 'exit']);
			assert.equal(queryOf(ended).get('state'), 'second');
			assert.equal((await show(first)).status, 200, 'the first goes on');
			assert.equal(queryOf(await step(first, ['', 'exit'])).get('state'), 'first');
		}
	},
	{
		row: 36,
		source: 'RFC 9700 §4.12',
		title: 'a form is answered with 303, so that nothing of it is sent on',
		async run({ strict }) {
			const journey = await reachConsent(strict);
			assert.equal((await allow(journey)).status, 303, 'allow');
			const denied = await reachConsent(strict);
			assert.equal((await step(denied, ['grant', 'deny'])).status, 303, 'deny');
			const left = await begin(strict);
			assert.equal((await step(left, ['', 'continue'])).status, 303, 'continue');
			assert.equal((await step(left, ['brand', 'exit'])).status, 303, 'exit');
		}
	},
	{
		row: 37,
		source: 'RFC 6749 §4.1.2.1',
		title: 'an owner who denies goes back with access_denied, state and issuer',
		async run({ newClient, origin }) {
			const client = await newClient();
			const query = queryOf(await step(await reachConsent(client), ['grant', 'deny']));
			assert.deepEqual(
				[query.get('error'), query.get('state'), query.get('iss'), query.get('code')],
				['access_denied', 'state-1', origin, null]
			);
			const { text } = await showPage(client, 'connections');
			assert.doesNotMatch(text, /connection=/, 'no connection is listed');
		}
	},
	{
		row: 37,
		source: 'RFC 6749 §4.1.2.1',
		title: 'of an owner who denies, no connection and no authorization is stored',
		testedIn: 'tests/lib/server/connect/journey/leave.test.ts'
	}
];

function expectRefused({ status, location }: Answer): void {
	assert.equal(status, 422);
	assert.equal(location, null, 'no code goes out');
}

/** A page that says the session is over, or another browser's. */
function expectLost({ status, location, text }: Answer, about: string): void {
	assert.deepEqual([status, location], [400, null], about);
	assert.match(text, /This session is over, or it was begun in another browser/, about);
}
