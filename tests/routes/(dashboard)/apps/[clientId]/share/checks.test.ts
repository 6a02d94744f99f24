import { describe, expect, it } from 'vitest';
import {
	checksOf,
	countChecks,
	type CheckedLink
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/share/checks.ts';
import {
	readLinkForm,
	shareLink,
	withoutScope
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/share/link-form.ts';

const subject = {
	clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
	mode: 'live',
	redirectUris: [{ uri: 'https://example.com/callback', isDefault: true }],
	publishedScope: 'read_odometer',
	draftScope: 'read_battery read_odometer'
};

/** Of a link as the form of this query makes it. */
function checked(query: string, about: Partial<CheckedLink> = {}, of = subject): CheckedLink {
	const form = readLinkForm(new URLSearchParams(query), of);
	return {
		findings: shareLink(form, of).findings,
		clientIdMadeHere: false,
		redirectUri: form.values.redirect_uri,
		signsInAgain: form.values.response_type === 'vehicle_id',
		withoutScope: withoutScope(form, of),
		changesLeft: 0,
		...about
	};
}

const said = (link: CheckedLink) =>
	checksOf(link).map(({ outcome, text }) => `${outcome}: ${text}`);

const PASSED = [
	'passed: Client id comes from the platform.',
	'passed: Redirect URI is left out: the default is used.',
	'passed: Every permission is known.',
	'passed: Every parameter is one that the platform takes.'
];

describe('the checks beside a link', () => {
	it('pass for a link as it is at first', () => {
		expect(said(checked(''))).toEqual(PASSED);
		expect(countChecks(checksOf(checked('')))).toBe('4 passed');
	});

	it.each<[what: string, link: CheckedLink, at: number, check: string]>([
		[
			'a client id made here',
			checked('', { clientIdMadeHere: true }),
			0,
			'note: Client id was made here: the link works in the sandbox, and live once the platform’s stands in its place.'
		],
		[
			'a redirect URI that is registered',
			checked('redirect_uri=https://example.com/callback'),
			1,
			'passed: Redirect URI is registered, to the letter.'
		],
		[
			'one that is not',
			checked('redirect_uri=https://example.com/Callback'),
			1,
			'fault: Redirect URI is not as it should be.'
		],
		[
			'a scope that is left out on purpose',
			checked('scope=stored'),
			2,
			'note: No scope: what the platform has stored is asked for.'
		],
		[
			'nothing selected',
			checked('', {}, { ...subject, publishedScope: '', draftScope: '' }),
			2,
			'fault: No scope: nothing is selected.'
		],
		[
			'a mode that nobody knows',
			checked('mode=foo'),
			3,
			'fault: 1 parameter is not as the platform takes it.'
		],
		[
			'a state that many would share',
			checked('state=abc'),
			3,
			'warning: 1 parameter is not as the platform takes it.'
		]
	])('tell of %s', (_, link, at, check) => {
		const expected = PASSED.with(at, check);
		expect(said(link)).toEqual(expected);
	});

	it('ask a link to sign in again for no scope', () => {
		const link = checked(
			'response_type=vehicle_id&vehicle_id=36ab27d0-fd9d-4455-823a-ce30af709ffc'
		);
		expect(said(link).join()).not.toMatch(/scope|permission/);
	});

	it('tell of changes that the link does not have, with the way to it', () => {
		expect(checksOf(checked('', { changesLeft: 1 })).at(-1)).toEqual({
			outcome: 'note',
			text: 'The draft has 1 change that is not in this link.',
			publish: true
		});
		const link = checked('mode=foo&state=abc', { changesLeft: 4, clientIdMadeHere: true });
		expect(countChecks(checksOf(link))).toBe('1 fault, 2 passed');
	});
});
