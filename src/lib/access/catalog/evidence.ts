import type { EvidenceKind, SourceKind } from './schema.ts';

/** The classes of evidence, the strongest first, each in one sentence. */
export const EVIDENCE_CLASSES: readonly {
	readonly kind: EvidenceKind;
	readonly label: string;
	readonly meaning: string;
}[] = [
	{
		kind: 'documented',
		label: 'Documented',
		meaning:
			'The platform names this permission for the item, or public code that runs against it does.'
	},
	{
		kind: 'observed',
		label: 'Observed',
		meaning:
			'A real vehicle answered or was refused under permissions that are known, and that agrees with this one.'
	},
	{
		kind: 'inferred',
		label: 'Inferred',
		meaning:
			'Concluded from API v2, the words of the permissions or the rest of the group; no answer of a vehicle settles it yet.'
	}
];

/** Kinds of sources, each in one sentence: what it is and how far it goes. */
export const SOURCE_KINDS: readonly { readonly kind: SourceKind; readonly meaning: string }[] = [
	{ kind: 'platform', meaning: 'The platform’s own documentation.' },
	{
		kind: 'platform-v2',
		meaning:
			'The platform’s page of a path of API v2, which gives the same and names the permission it needs.'
	},
	{
		kind: 'integration',
		meaning: 'Public code that runs against the platform and says which permissions it asks for.'
	},
	{
		kind: 'capture',
		meaning:
			'An answer of a real vehicle, published by somebody; it shows what the granted permissions open.'
	},
	{
		kind: 'report',
		meaning: 'What somebody who uses such code told of a real vehicle, mostly without the answer.'
	},
	{
		kind: 'dashboard',
		meaning: 'Notes of somebody who ticked items in the platform’s Dashboard and saw what followed.'
	},
	{
		kind: 'table',
		meaning: 'A table that its own author calls unverified; it decides nothing alone.'
	}
];

/** What may be asked for until somebody settles a contradiction. */
export const CONTRADICTED =
	'Sources contradict each other: both may be needed until somebody looks.';

/** How a reader settles what is inferred, without a car. */
export const HOW_TO_SETTLE: readonly string[] = [
	'Open Vehicle Access in the platform’s Dashboard, with any application of yours.',
	'Tick that one item and nothing else. What cannot be unticked hangs on read_vehicle_info, which is always on.',
	'Read which permission the preview of Connect asks for: that is the one.'
];
