import { canonicalParameters } from '#lib/access/connect-url/build.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import fc from 'fast-check';
import { anyText } from '../../../support/any-text.ts';

/** Any text a value can be: no halves of surrogate pairs, which no URL can hold. */
const anyValue = anyText().filter((text) => text !== '');

/** Any parameters whatever, most of them nonsense, in the form that a built link says. */
export const anyParameters: fc.Arbitrary<ConnectParameters> = fc
	.record(
		{
			path: fc.constantFrom('authorize', 'reauthenticate'),
			idParameter: fc.constantFrom('client_id', 'application_id'),
			responseType: fc.oneof(fc.constantFrom('code', 'none', 'vehicle_id'), fc.uuid()),
			clientId: fc.oneof(fc.uuid(), anyValue),
			vehicleId: fc.uuid(),
			scope: anyValue,
			redirectUri: fc.oneof(fc.webUrl({ withQueryParameters: true }), anyValue),
			state: fc.oneof(fc.base64String({ minLength: 4 }), anyValue),
			approvalPrompt: fc.constantFrom('auto', 'force'),
			mode: fc.constantFrom('live', 'simulated', 'test'),
			make: anyValue,
			singleSelect: fc.constantFrom('true', 'false'),
			singleSelectVin: anyValue,
			flags: anyValue,
			user: anyValue,
			externalId: anyValue,
			appOrigin: fc.webUrl()
		},
		{ requiredKeys: ['clientId'] }
	)
	.map(canonicalParameters);
