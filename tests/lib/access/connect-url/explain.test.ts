import { explainConnectUrl } from '#lib/access/connect-url/explain.ts';
import { CONNECT_PARAMETERS } from '#lib/access/connect-url/parameter-table.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import { describe, expect, it } from 'vitest';

const explain = (query: string) =>
	explainConnectUrl(parseConnectUrl(query)).map(({ name, sentence }) => `${name}: ${sentence}`);

describe('explainConnectUrl', () => {
	it('explains what stands in a link, and what its absence means', () => {
		expect(
			explain(
				'response_type=code&application_id=x&scope=required:read_vin+read_battery&redirect_uri=https://a.io&mode=test&flags=country:DE&make=TESLA'
			)
		).toMatchInlineSnapshot(`
			[
			  "response_type: Your app gets a code, which it exchanges for tokens.",
			  "application_id: Names the application that asks for access.",
			  "scope: Asks for 2 permissions in place of the stored Vehicle Access. The owner cannot uncheck read_vin.",
			  "redirect_uri: Afterwards the owner is sent to “https://a.io”, which must be registered, to the letter.",
			  "state: Nothing comes back that ties the answer to the one who began.",
			  "approval_prompt: The consent screen is skipped when the owner approved this very scope before.",
			  "mode: Simulated vehicles, by the older name of the mode.",
			  "make: Skips the list of brands and opens the sign-in of “TESLA”.",
			  "single_select: The owner may pick several vehicles.",
			  "single_select_vin: Any vehicle of the account may be picked.",
			  "flags: Switches on features: country:DE opens the list of brands of this country.",
			  "user: Statistics are not grouped by owner.",
			  "external_id: No id of your own is stored with the owner.",
			]
		`);
	});

	it.each([
		[
			'scope=read_vin',
			'Asks for one permission in place of the stored Vehicle Access. Without it the owner cannot go on.'
		],
		[
			'scope=read_vin+read_battery',
			'Asks for 2 permissions in place of the stored Vehicle Access. The owner may uncheck any but the last of them.'
		],
		[
			'scope=nonsense',
			'Asks for exactly these permissions, in place of the stored Vehicle Access.'
		],
		['scope=', 'Connect asks for the Vehicle Access stored for the application.'],
		['mode=nonsense', 'Chooses between real and simulated vehicles.'],
		['flags=a:b', 'Switches on features, written as name:value with a space between two.']
	])('explains %s', (query, sentence) => {
		expect(explain(query)).toContain(`${query.split('=')[0]}: ${sentence}`);
	});

	it('leaves out what only SDKs write and what belongs to the other address', () => {
		const names = (query: string) =>
			explainConnectUrl(parseConnectUrl(query)).map(({ name }) => name);
		expect(names('client_id=x')).not.toContain('sdk_version');
		expect(names('client_id=x')).not.toContain('vehicle_id');
		expect(names('client_id=x&sdk_version=1')).toContain('sdk_version');
		expect(names('/oauth/reauthenticate?client_id=x')).toContain('vehicle_id');
	});

	it('has plain sentences for every parameter', () => {
		for (const { purpose, absent, values = [] } of CONNECT_PARAMETERS) {
			for (const sentence of [purpose, absent, ...values.map(({ meaning }) => meaning)]) {
				expect(sentence).toMatch(/^[A-Z].*\.$/);
			}
		}
	});
});
