import { LIVE_CONNECT_ORIGIN } from '../parameters.ts';
import { literal } from './literal.ts';

/** Stands where a secret belongs; secrets are never written into a snippet. */
const SECRET_PLACEHOLDER = 'YOUR_CLIENT_SECRET';

/** Where an app is pointed: at the sandbox, by its origin, or at the live platform. */
export type Target =
	{ readonly kind: 'sandbox'; readonly origin: string } | { readonly kind: 'live' };

export const TOKEN_PATH = '/oauth/token';

/** Where the parts of the live platform are reached that the snippets without an SDK call. */
export const LIVE_ORIGINS = {
	connect: LIVE_CONNECT_ORIGIN,
	auth: 'https://auth.smartcar.com',
	api: 'https://api.smartcar.com',
	machineTokens: 'https://iam.smartcar.com'
} as const;

/**
 * The variables by which each SDK learns other addresses than those of the live platform, with the
 * path that it wants behind the origin. The sources of Node 10, Python 7, Java 4 and Ruby 3 read
 * exactly these; the curl snippet follows Ruby, which is the plainest.
 */
const ORIGIN_VARIABLES = {
	node: {
		SMARTCAR_API_ORIGIN: '',
		SMARTCAR_AUTH_ORIGIN: '',
		SMARTCAR_API_V3_ORIGIN: '',
		SMARTCAR_MANAGEMENT_API_ORIGIN: ''
	},
	python: {
		SMARTCAR_CONNECT_ORIGIN: '',
		SMARTCAR_AUTH_ORIGIN: TOKEN_PATH,
		SMARTCAR_API_ORIGIN: '',
		SMARTCAR_VEHICLE_API_V3_ORIGIN: '',
		SMARTCAR_MANAGEMENT_API_ORIGIN: ''
	},
	java: {
		SMARTCAR_CONNECT_ORIGIN: '',
		SMARTCAR_AUTH_ORIGIN: '',
		SMARTCAR_API_ORIGIN: '',
		SMARTCAR_API_V3_ORIGIN: '',
		SMARTCAR_MANAGEMENT_API_ORIGIN: ''
	},
	ruby: {
		SMARTCAR_CONNECT_ORIGIN: '',
		SMARTCAR_AUTH_ORIGIN: '',
		SMARTCAR_API_ORIGIN: '',
		SMARTCAR_VEHICLE_API_ORIGIN: '',
		SMARTCAR_MANAGEMENT_API_ORIGIN: ''
	},
	curl: {
		SMARTCAR_CONNECT_ORIGIN: '',
		SMARTCAR_AUTH_ORIGIN: '',
		SMARTCAR_API_ORIGIN: ''
	}
} as const satisfies Record<string, Readonly<Record<`SMARTCAR_${string}_ORIGIN`, string>>>;

/** The SDKs and programs that can be pointed at the sandbox by their environment. */
export type Pointable = keyof typeof ORIGIN_VARIABLES;

export interface EnvironmentFacts {
	readonly clientId: string;
	/** The secret itself, where it is shown anyway; without one a placeholder stands in its place. */
	readonly clientSecret?: string;
}

/**
 * The lines of an environment file (`.env`) by which an app is pointed at the sandbox or at the
 * live platform, whose addresses the SDKs know without being told.
 */
export function environmentOf(
	sdk: Pointable,
	target: Target,
	{ clientId, clientSecret = SECRET_PLACEHOLDER }: EnvironmentFacts
): string {
	const origins =
		target.kind === 'live'
			? []
			: Object.entries(ORIGIN_VARIABLES[sdk]).map(([name, path]) =>
					line(name, target.origin + path)
				);
	return [
		...origins,
		line('SMARTCAR_CLIENT_ID', clientId),
		line('SMARTCAR_CLIENT_SECRET', clientSecret)
	].join('\n');
}

function line(name: string, value: string): string {
	return `${name}=${/^[\w.:/-]+$/.test(value) ? value : literal(value, 'shell')}`;
}
