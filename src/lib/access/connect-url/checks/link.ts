import type { Make } from '../../catalog/schema.ts';
import type { ConnectParameters } from '../parameters.ts';
import type { LinkFinding, RequestFinding } from './finding.ts';

/** A link as it is checked: one that is about to be built, or one that was read. */
export interface Link {
	/** Without empty values, which count as absent; of an empty scope something is said. */
	readonly parameters: ConnectParameters;
	/** Scheme, host and port of one that was read; null when it had none. */
	readonly origin?: string | null;
	/** What its reader found wrong with the text. */
	readonly problems?: readonly LinkFinding[];
}

/** A link as it came to an authorization endpoint. */
export interface ConnectQuery extends Link {
	readonly problems: readonly LinkFinding[];
	readonly extra: ExtraParameters;
	/** Names that stand more than once, whatever their values. */
	readonly repeated: readonly string[];
}

/** Parameters of OpenID Connect that would carry the request otherwise. */
export const CARRIERS = ['request', 'request_uri', 'registration'] as const;

/** Parameters that only the sandbox reads, beside those of a Connect link. */
interface ExtraParameters {
	readonly codeChallenge: string | null;
	readonly codeChallengeMethod: string | null;
	/** Optional permissions that start unticked. */
	readonly refuse: string | null;
	/** First of the carriers that it names. */
	readonly carrier: (typeof CARRIERS)[number] | null;
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

/** One rule of a link. Empty where it is kept. */
export type LinkCheck = (link: Link, context: ConnectContext) => readonly LinkFinding[];

/** One rule that the sandbox alone has: no public source says that the platform does. */
export type RequestCheck = (query: ConnectQuery) => readonly RequestFinding[];
