import { PROTOCOLS, rulesOf, type Protocol } from '#lib/connect/protocol.ts';

/** What a protocol means for an app, in numbers and names. */
export interface ProtocolChoice {
	readonly protocol: Protocol;
	/** Names of the errors for a code or refresh token that is unknown, spent or out of time. */
	readonly errors: readonly string[];
	/** For how long a used refresh token still works. */
	readonly graceMinutes: number;
	readonly namesIssuer: boolean;
}

const MINUTE = 60_000;

export const PROTOCOL_CHOICES: readonly ProtocolChoice[] = PROTOCOLS.map((protocol) => {
	const rules = rulesOf(protocol);
	return {
		protocol,
		errors: [...new Set([rules.invalidCode.error, rules.invalidRefreshToken.error])],
		graceMinutes: rules.refreshGrace / MINUTE,
		namesIssuer: rules.namesIssuer
	};
});
