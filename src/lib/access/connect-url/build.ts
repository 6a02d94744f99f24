import { encodeValue } from './encoding.ts';
import { CONNECT_PARAMETERS, parameterName } from './parameter-table.ts';
import {
	CONNECT_PATHS,
	LIVE_CONNECT_ORIGIN,
	RESPONSE_TYPES,
	type ConnectParameters,
	type ParameterKey
} from './parameters.ts';

interface BuildOptions {
	/** Scheme, host and port that Connect is reached at. */
	readonly origin?: string;
}

/**
 * Builds a Connect link: parameters in the order of the platform's example, spaces as `%20`,
 * empty values and defaults left out; `response_type` is always there.
 *
 * @example buildConnectUrl({ clientId, scope: 'read_odometer' }, { origin: 'http://localhost:3000' })
 */
export function buildConnectUrl(
	parameters: ConnectParameters,
	{ origin = LIVE_CONNECT_ORIGIN }: BuildOptions = {}
): string {
	const canonical = canonicalParameters(parameters);
	const query = CONNECT_PARAMETERS.flatMap(({ key }) => {
		const value = canonical[key];
		return value === undefined ? [] : [`${parameterName(key, canonical)}=${encodeValue(value)}`];
	});
	const path = CONNECT_PATHS[canonical.path ?? 'authorize'];
	return `${origin.replace(/\/+$/, '')}${path}?${query.join('&')}`;
}

/**
 * The parameters that a built link says out loud: without empty values and defaults, with the
 * response type. Reading a built link yields exactly these.
 */
export function canonicalParameters(parameters: ConnectParameters): ConnectParameters {
	const { path = 'authorize', idParameter = 'client_id' } = parameters;
	const said: Partial<Record<ParameterKey, string>> = {};
	for (const { key, default: byDefault } of CONNECT_PARAMETERS) {
		const value = parameters[key];
		if (value !== undefined && value !== '' && value !== byDefault) said[key] = value;
	}
	return { path, idParameter, ...said, responseType: said.responseType ?? RESPONSE_TYPES[path] };
}
