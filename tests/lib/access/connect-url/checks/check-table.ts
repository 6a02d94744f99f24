import { checkConnect } from '#lib/access/connect-url/check.ts';
import type { ConnectContext } from '#lib/access/connect-url/checks/link.ts';
import { tell } from '#lib/access/connect-url/finding.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import type { Make } from '#lib/access/catalog/schema.ts';
import { expect, it } from 'vitest';

export const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
export const vehicleId = '36ab27d0-fd9d-4455-823a-ce30af709ffc';
export const makes: readonly Make[] = [
	{ key: 'CITROEN', name: 'Citroën', regions: ['EU'], confirmed: true },
	{ key: 'LAND_ROVER', name: 'Land Rover', confirmed: false },
	{ key: 'TESLA', name: 'Tesla', confirmed: true }
];
export const context: ConnectContext = { makes };
export const application = (...uris: string[]): ConnectContext => ({
	makes,
	application: { clientId, redirectUris: uris.map((uri, at) => ({ uri, isDefault: at === 0 })) }
});

/** The findings of a link of a known application, each in one line. */
export function findings(
	parameters: ConnectParameters,
	against: ConnectContext = context
): string[] {
	return checkConnect({ clientId, ...parameters }, against)
		.map(tell)
		.map(
			({ severity, parameter, code, message }) => `${severity} ${parameter} ${code}: ${message}`
		);
}

export type Case = readonly [parameters: ConnectParameters, expected: readonly string[]];

/** Declares a test for each link and its findings. */
export function table(cases: readonly Case[], against?: ConnectContext): void {
	it.each(
		cases.map(
			([parameters, expected]) => [JSON.stringify(parameters), parameters, expected] as const
		)
	)('%s', (_, parameters, expected) => {
		expect(findings(parameters, against)).toEqual(expected);
	});
}
