import type { Problem } from '../configuration.ts';
import type { ConnectFinding } from '../connect-url/finding.ts';
import type { RequestedPermission } from '../request-review.ts';

/** One parameter of a pasted link, explained. */
export interface ExplainedParameter {
	readonly name: string;
	/** Null when the link leaves it out. */
	readonly value: string | null;
	/** What it does with this value, or what its absence does, in one sentence. */
	readonly meaning: string;
	readonly findings: readonly ConnectFinding[];
}

/** An item of the catalog that a text names in words. */
export interface NamedItem {
	/** The words, as they stand in the text. */
	readonly words: string;
	readonly code: string;
}

/** What a pasted text asks for. */
export interface PastedRequest {
	readonly permissions: readonly RequestedPermission[];
	/** Items named in words, whose permissions these are; empty when permissions were named. */
	readonly items: readonly NamedItem[];
	/** Whether it is a link for signing in again, which asks for no permission. */
	readonly reauthenticates: boolean;
	/** Parameters of a link in our own order, absent ones too; none for a bare scope. */
	readonly parameters: readonly ExplainedParameter[];
	/** What is to say about the whole, or about what is not there. */
	readonly findings: readonly ConnectFinding[];
}

/** A part of a text that asks for nothing. */
export interface SetAside {
	readonly text: string;
	/** A sentence. */
	readonly why: string;
}

/** A text that can be read in place of the whole. */
export interface Offer {
	/** What the button says. */
	readonly label: string;
	readonly text: string;
}

export interface PastedRequestResult {
	/** What was understood; null when nothing was. */
	readonly request: PastedRequest | null;
	/** Why it cannot be turned into a selection; empty when it can. */
	readonly problems: readonly Problem[];
	/** What was found and not read, and why. */
	readonly setAside: readonly SetAside[];
	/** The other links of the text, and what was set aside but may have been meant. */
	readonly offers: readonly Offer[];
	/** The link or scope as the platform takes it; null when it was written so. */
	readonly fix: string | null;
}
