import { LIFETIMES } from './lifetimes.ts';

/** Whose rules hold where the platform's public behaviour and the RFCs differ. */
export const PROTOCOLS = ['platform', 'strict'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** What a token request is refused with (RFC 6749 section 5.2). */
interface TokenRefusal {
	readonly error: 'invalid_request' | 'invalid_grant';
	/** Whether what was sent stands in it. */
	readonly repeats: boolean;
}

/** Every difference between the platform and the RFCs; docs/protocol.md shows them side by side. */
export interface ProtocolRules {
	/** Refuses a code that is unknown, spent or out of time. */
	readonly invalidCode: TokenRefusal;
	/** Refuses a refresh token that is unknown, spent or out of time. */
	readonly invalidRefreshToken: TokenRefusal;
	/** Milliseconds for which a used refresh token still works. */
	readonly refreshGrace: number;
	/** Whether a refresh token that comes again after its grace ends all tokens of its family. */
	readonly replayEndsFamily: boolean;
	/** What the 60 days of a refresh token count from. */
	readonly refreshLifeFrom: 'token' | 'authorization';
	/** Codes and tokens: the platform's UUID form holds 122 random bits, the other form 256. */
	readonly tokenForm: 'uuid' | 'base64url';
	/** Whether the answer of the token endpoint names what was granted (RFC 6749 section 5.1). */
	readonly namesScope: boolean;
	/** Whether redirects name the issuer (RFC 9207). */
	readonly namesIssuer: boolean;
	/** Whether a parameter may stand twice with the same value, as one SDK writes it. */
	readonly allowsEqualRepeats: boolean;
	/** Where faults end that the platform shows on a page although it could redirect. */
	readonly redirectsEarlyFaults: boolean;
}

const RULES: Readonly<Record<Protocol, ProtocolRules>> = {
	platform: {
		invalidCode: { error: 'invalid_request', repeats: true },
		invalidRefreshToken: { error: 'invalid_request', repeats: true },
		refreshGrace: LIFETIMES.refreshGrace,
		replayEndsFamily: false,
		refreshLifeFrom: 'token',
		tokenForm: 'uuid',
		namesScope: false,
		namesIssuer: false,
		allowsEqualRepeats: true,
		redirectsEarlyFaults: false
	},
	strict: {
		invalidCode: { error: 'invalid_grant', repeats: false },
		invalidRefreshToken: { error: 'invalid_grant', repeats: false },
		refreshGrace: 0,
		replayEndsFamily: true,
		refreshLifeFrom: 'authorization',
		tokenForm: 'base64url',
		namesScope: true,
		namesIssuer: true,
		allowsEqualRepeats: false,
		redirectsEarlyFaults: true
	}
};

export function rulesOf(protocol: Protocol): ProtocolRules {
	return RULES[protocol];
}
