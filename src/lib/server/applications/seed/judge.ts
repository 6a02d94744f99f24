import { officialCatalog } from '#lib/access/catalog/official.ts';
import { checkRedirectUri } from '#lib/access/connect-url/redirect-uri.ts';
import { sameContent } from '#lib/access/draft-content.ts';
import { derive } from '#lib/access/derive.ts';
import { fateOfDraft, type DraftFate } from '#lib/access/seed-draft.ts';
import { checkName } from '../application-name.ts';
import { MAX_SECRETS } from '../client-secrets.ts';
import type { SecretKey } from '../../secret-key.ts';
import { MAX_REDIRECT_URIS } from '../redirect-uris.ts';
import { comparedWith } from '../secret-proof.ts';
import type { Standing } from './standing.ts';
import type { PlacedFault, SeedFault, WantedApplication } from './wanted.ts';

/** What a seed changes of one application. */
export interface Change {
	readonly isNew: boolean;
	/** Null where it stays. */
	readonly name: string | null;
	readonly redirectUris: readonly string[];
	readonly clientSecret: string | null;
	readonly draft: DraftFate;
	/** Whether the draft is from now on one that a seed wrote. */
	readonly isSeeded: boolean;
	readonly publish: boolean;
}

/** Holds one application against what stands of it. */
export function judgeApplication(
	wanted: WantedApplication,
	standing: Standing,
	key: SecretKey
): Change {
	const { selected, clientSecret } = wanted;
	const named = checkName(wanted.name);
	const isNew = standing.name === null;
	const isKnown = (uri: string) =>
		(isNew && uri === standing.sample) || standing.redirectUris.some((known) => known.uri === uri);
	const draft = judgeDraft(wanted, standing);
	const isCurrent =
		selected !== null && standing.current !== null && sameContent(standing.current, selected);
	return {
		isNew,
		name: named.ok && named.name !== standing.name ? named.name : null,
		redirectUris: [...new Set(wanted.redirectUris)].filter((uri) => !isKnown(uri)),
		clientSecret:
			clientSecret !== null && standing.secrets.some(comparedWith(key, clientSecret))
				? null
				: clientSecret,
		draft,
		// One that says the same is as the seed would have left it, whoever wrote it.
		isSeeded: selected !== null && draft !== 'keep',
		publish: wanted.publish && draft !== 'keep' && !isCurrent
	};
}

function judgeDraft({ selected }: WantedApplication, { draft, current }: Standing): DraftFate {
	if (selected === null) return 'same';
	if (draft === null) return 'write';
	return fateOfDraft(selected, { ...draft, isPublished: current !== null });
}

/** A fault of an application whose place is known elsewhere. */
type UnplacedFault = Omit<PlacedFault, 'application'>;

/** All that is in the way of one application, but for how many others there are. */
export function faultsOf(
	wanted: WantedApplication,
	standing: Standing,
	change: Change
): readonly UnplacedFault[] {
	const named = checkName(wanted.name);
	const faults: readonly (SeedFault | null)[] = [
		named.ok ? null : named,
		standing.idRefusal,
		change.clientSecret !== null && standing.secrets.length >= MAX_SECRETS
			? { code: 'too-many-secrets', data: { limit: MAX_SECRETS } }
			: null,
		change.publish && derive(wanted.selected?.selection ?? [], officialCatalog).length === 0
			? { code: 'empty' }
			: null
	];
	return [
		...faults.flatMap((fault) => (fault ? [{ fault, redirectUri: null }] : [])),
		...faultsOfUris(wanted, standing, change)
	];
}

function faultsOfUris(
	{ redirectUris, clientId }: WantedApplication,
	standing: Standing,
	change: Change
): readonly UnplacedFault[] {
	const own = standing.redirectUris.filter(({ isBuiltIn }) => !isBuiltIn).length;
	const added = change.redirectUris.filter((uri) => uri !== standing.sample);
	const place = (uri: string, fault: SeedFault) => ({
		redirectUri: redirectUris.indexOf(uri),
		fault
	});
	return added.flatMap((uri, index) => {
		const checked = checkRedirectUri(uri, { clientId });
		if (!checked.ok) {
			const data = { rule: checked.rule, clientId };
			return [place(uri, { code: 'uri-unfit', field: 'uri', data })];
		}
		if (own + index < MAX_REDIRECT_URIS) return [];
		const data = { limit: MAX_REDIRECT_URIS };
		return [place(uri, { code: 'too-many-uris', field: 'uri', data })];
	});
}
