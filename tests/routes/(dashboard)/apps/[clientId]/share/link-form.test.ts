import { describe, expect, test } from 'vitest';
import {
	readLinkForm,
	scopeOf,
	shareLink,
	type LinkSubject
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/share/link-form.ts';

const subject: LinkSubject = {
	clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
	mode: 'live',
	redirectUris: [{ uri: 'https://example.com/callback', isDefault: true }],
	publishedScope: 'read_odometer',
	draftScope: 'read_battery read_odometer'
};

function parametersOf(query: string, about = subject) {
	const { url } = shareLink(readLinkForm(new URLSearchParams(query), about), about);
	const { origin, pathname, searchParams } = new URL(url);
	return { address: origin + pathname, parameters: Object.fromEntries(searchParams) };
}

describe('the scope of a link', () => {
	const of = (query: string, about = subject) =>
		scopeOf(readLinkForm(new URLSearchParams(query), about), about);

	test.each<readonly [title: string, query: string, about: LinkSubject, scope: string | null]>([
		['is what is published', '', subject, 'read_odometer'],
		['is the draft’s when asked for', 'source=draft', subject, 'read_battery read_odometer'],
		['is left out when asked for', 'scope=stored', subject, null],
		[
			'is the draft’s while nothing is published',
			'source=published',
			{ ...subject, publishedScope: null },
			'read_battery read_odometer'
		],
		[
			'is none when nothing is selected',
			'',
			{ ...subject, publishedScope: null, draftScope: '' },
			null
		],
		['is none in a link to sign in again', 'response_type=vehicle_id', subject, null],
		['is as usual for an unknown choice', 'scope=x&source=y', subject, 'read_odometer']
	])('%s', (_, query, about, scope) => {
		expect(of(query, about)).toBe(scope);
	});
});

describe('a link', () => {
	const USUAL = { response_type: 'code', client_id: subject.clientId, scope: 'read_odometer' };

	test.each<readonly [query: string, parameters: Record<string, string>]>([
		['', USUAL],
		['approval_prompt=auto&mode=live&single_select=', USUAL],
		['state=%20a%2Bb%20', { ...USUAL, state: 'a+b' }],
		['make=alfa+romeo', { ...USUAL, make: 'ALFA_ROMEO' }],
		['make=Telsa', { ...USUAL, make: 'Telsa' }],
		['country=de', { ...USUAL, flags: 'country:DE' }],
		['country=DE&flags=color:00819D', { ...USUAL, flags: 'country:DE color:00819D' }],
		['external_id=u-1&user=u-2', { ...USUAL, user: 'u-2', external_id: 'u-1' }],
		[
			'id_parameter=application_id&response_type=none',
			{ response_type: 'none', application_id: subject.clientId, scope: 'read_odometer' }
		]
	])('for ?%s holds what the form says and nothing else', (query, parameters) => {
		expect(parametersOf(query)).toEqual({
			address: 'https://connect.smartcar.com/oauth/authorize',
			parameters
		});
	});

	test('to sign in again leads to its own address and holds what counts there', () => {
		const query = 'response_type=vehicle_id&vehicle_id=v-1&make=TESLA&mode=simulated&state=s';
		expect(parametersOf(query)).toEqual({
			address: 'https://connect.smartcar.com/oauth/reauthenticate',
			parameters: {
				response_type: 'vehicle_id',
				client_id: subject.clientId,
				vehicle_id: 'v-1',
				state: 's'
			}
		});
	});

	test('starts in the mode of the application', () => {
		const { parameters } = parametersOf('', { ...subject, mode: 'simulated' });
		expect(parameters.mode).toBe('simulated');
	});
});

describe('what is wrong stands beside its field', () => {
	function findings(query: string) {
		const form = readLinkForm(new URLSearchParams(query), subject);
		return shareLink(form, subject)
			.findings.filter(({ severity }) => severity !== 'note')
			.map(({ field, code }) => [field, code]);
	}

	test.each<readonly [query: string, expected: readonly (readonly [string | null, string])[]]>([
		['', []],
		['mode=foo', [['mode', 'unknown-value']]],
		['make=Telsa', [['make', 'unknown-make']]],
		['redirect_uri=https://example.com/x', [['redirect_uri', 'not-registered']]],
		['state=s', [['state', 'fixed-state']]],
		['state=s&one_person=true', []],
		['country=deu', [['country', 'flag-value']]],
		['country=d:e', [['country', 'flag-form']]],
		['country=de&flags=country:FR', [['country', 'flag-repeated']]],
		['country=de&flags=a::b', [['flags', 'flag-form']]],
		['flags=country:deu', [['flags', 'flag-value']]],
		['flags=nonsense', [['flags', 'flag-without-value']]],
		['single_select_vin=5YJSA1E14FF101307', [['single_select_vin', 'needs-single-select']]],
		['response_type=foo', [['response_type', 'response-type']]],
		['response_type=vehicle_id', [['vehicle_id', 'no-vehicle-id']]],
		['id_parameter=foo', [['id_parameter', 'unknown-value']]]
	])('?%s', (query, expected) => {
		expect(findings(query)).toEqual(expected);
	});
});
