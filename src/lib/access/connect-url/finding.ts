import type { Make } from '../catalog/schema.ts';
import { parameterName } from './parameter-table.ts';
import type { ConnectParameters, ParameterKey } from './parameters.ts';

/** Something to say about a Connect link: what is wrong, and what to write instead. */
export interface ConnectFinding {
	/** Name in the URL of the parameter it is about; null when it is about the link as a whole. */
	readonly parameter: string | null;
	/** `error`: the link will not work. `warning`: it will not do what it seems to. */
	readonly severity: 'error' | 'warning' | 'note';
	/** Stable name of the rule, e.g. `unknown-make`. */
	readonly code: string;
	readonly message: string;
}

/** What a link is checked against. */
export interface ConnectContext {
	/** The application that the link is meant for, if it is known. */
	readonly application?: {
		readonly clientId: string;
		readonly redirectUris: readonly { readonly uri: string; readonly isDefault: boolean }[];
	};
	/** The brands of the platform. */
	readonly makes: readonly Make[];
	/** True for one link that many owners open, false for a link made for one owner. */
	readonly forMany?: boolean;
	/** Origins besides the live one that a link may lead to, such as the sandbox's. */
	readonly origins?: readonly string[];
}

/** One rule, or a few about the same parameter. */
export type ConnectRule = (
	parameters: ConnectParameters,
	context: ConnectContext
) => readonly ConnectFinding[];

/** Starts a finding about one parameter of a link. */
export function findingAbout(key: ParameterKey, parameters: ConnectParameters) {
	return findingNamed(parameterName(key, parameters));
}

/** Starts a finding about what stands under a name in the URL; null for the link as a whole. */
export function findingNamed(parameter: string | null) {
	return (severity: ConnectFinding['severity'], code: string, message: string): ConnectFinding => ({
		parameter,
		severity,
		code,
		message
	});
}
