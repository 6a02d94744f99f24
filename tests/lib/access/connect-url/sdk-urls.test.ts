import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { checkConnect } from '#lib/access/connect-url/check.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import fc from 'fast-check';
import smartcar from 'smartcar';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import vectors from '../../../vectors/connect-urls.json' with { type: 'json' };

interface Vector {
	readonly sdk: string;
	readonly label: string;
	/** What the SDK was told, in our own terms. */
	readonly meaning?: ConnectParameters;
	/** What it wrote; absent when it refused. */
	readonly url?: string;
	/** What we say where the SDK refuses. */
	readonly finding?: { readonly parameter: string; readonly code: string };
}

// Each record holds only its own fields, so that the union of them needs no narrowing here.
const records: readonly Vector[] = vectors.map(({ meaning, ...record }) => ({
	...record,
	...(meaning ? { meaning: asParameters(meaning) } : {})
}));

/** The one closed set in the parameters comes out of JSON as a string. */
function asParameters({
	idParameter,
	...rest
}: Omit<ConnectParameters, 'idParameter' | 'path'> & { idParameter: string }): ConnectParameters {
	return {
		path: 'authorize',
		idParameter: idParameter === 'application_id' ? 'application_id' : 'client_id',
		...rest
	};
}

const nameOf = ({ sdk, label }: Vector) => `${sdk}: ${label}`;

describe('what an SDK writes is read as what it was told', () => {
	const written = records.filter(({ url }) => url !== undefined);

	it('covers every SDK', () => {
		expect(records).toHaveLength(84);
		expect([...new Set(written.map(({ sdk }) => sdk))].sort()).toEqual(
			['android', 'browser', 'go', 'ios', 'java', 'node', 'python', 'ruby'].sort()
		);
	});

	it.each(written.map((record) => [nameOf(record), record] as const))('%s', (_, record) => {
		const parsed = parseConnectUrl(record.url ?? '');
		expect(parsed.parameters).toEqual(record.meaning);
		expect(parsed.unknown).toEqual([]);
		expect(parsed.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
	});
});

describe('where an SDK refuses', () => {
	const refused = records.filter(({ url, meaning }) => url === undefined && meaning);
	const withFinding = refused.filter(({ finding }) => finding);

	it.each(withFinding.map((record) => [nameOf(record), record] as const))(
		'we name the fault: %s',
		(_, { meaning = {}, finding = {} }) => {
			expect(checkConnect(meaning, { makes: [] })).toEqual([
				expect.objectContaining({ severity: 'error', ...finding })
			]);
		}
	);

	const without = refused.filter(({ finding }) => !finding);
	it.each(without.map((record) => [nameOf(record), record] as const))(
		'for a reason of its own, we find no error: %s',
		(_, { meaning = {} }) => {
			const errors = checkConnect(meaning, { makes: [] }).filter(
				({ severity }) => severity === 'error'
			);
			expect(errors).toEqual([]);
		}
	);
});

describe('the platform’s Node SDK, side by side', () => {
	const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

	beforeEach(() => {
		vi.stubEnv('SMARTCAR_API_ORIGIN', undefined);
	});
	afterEach(() => {
		vi.unstubAllEnvs();
	});

	const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
	const anyLink = fc.record(
		{
			scope: fc.constantFrom('read_odometer', 'required:read_vin control_security read_battery'),
			redirectUri: fc.constantFrom(
				'https://example.com/home',
				'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://myapp.com',
				`sc${clientId}://callback`
			),
			state: text,
			mode: fc.constantFrom('live', 'test', 'simulated'),
			forcePrompt: fc.boolean(),
			make: fc.constantFrom('TESLA', 'LAND_ROVER', 'LAND ROVER'),
			vin: fc.constantFrom('5YJSA1E14FF101307'),
			singleSelect: fc.boolean(),
			country: fc.constantFrom('DE', 'GB'),
			color: fc.constantFrom('00819D'),
			user: text
		},
		{ requiredKeys: ['scope', 'mode', 'forcePrompt'] }
	);

	it('writes the same parameters as we do', () => {
		fc.assert(
			fc.property(anyLink, (link) => {
				const { scope, redirectUri, state, mode, forcePrompt, make, vin, country, color } = link;
				const flags = {
					...(country === undefined ? {} : { country }),
					...(color === undefined ? {} : { color })
				};
				const hasFlags = Object.keys(flags).length > 0;
				const client = new smartcar.AuthClient({
					clientId,
					clientSecret: 'secret',
					redirectUri,
					mode
				});
				const theirs = client.getAuthUrl(scope.split(' '), {
					forcePrompt,
					...(state === undefined ? {} : { state }),
					...(make === undefined ? {} : { makeBypass: make }),
					...(vin === undefined ? {} : { singleSelect: { vin } }),
					...(vin === undefined && link.singleSelect !== undefined
						? { singleSelect: { enabled: link.singleSelect } }
						: {}),
					...(hasFlags ? { flags } : {}),
					...(link.user === undefined ? {} : { user: link.user })
				});
				const ours = buildConnectUrl(parseConnectUrl(theirs).parameters);
				const sent = new URLSearchParams(new URL(theirs).search);
				for (const [name, value] of [
					['approval_prompt', 'auto'],
					['mode', 'live'],
					['single_select', 'false']
				] as const) {
					if (sent.get(name) === value) sent.delete(name);
				}
				sent.sort();
				const written = new URLSearchParams(new URL(ours).search);
				written.sort();
				expect([...written]).toEqual([...sent]);
				expect(parseConnectUrl(theirs).parameters).toMatchObject({
					clientId,
					scope,
					mode,
					...(state === undefined ? {} : { state }),
					...(hasFlags
						? {
								flags: Object.entries(flags)
									.map(([name, value]) => `${name}:${value}`)
									.join(' ')
							}
						: {})
				});
			})
		);
	});
});
