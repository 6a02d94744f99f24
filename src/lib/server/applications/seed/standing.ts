import type { DraftContent } from '#lib/access/draft-content.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { findDraft, type Draft } from '../../configurations/drafts.ts';
import { latestVersion } from '../../configurations/versions.ts';
import type { Transaction } from '../../context.ts';
import { clientSecrets } from '../../db/client-schema.ts';
import { applications, drafts } from '../../db/schema.ts';
import { sampleUriAt } from '../built-in-redirect-uris.ts';
import { freeClientId, type ClientIdRefusal } from '../client-ids.ts';
import { readRedirectUris, type RedirectUri } from '../redirect-uris.ts';
import { PROOF_COLUMNS, type SecretProof } from '../secret-proof.ts';

/** What stands of an application that a seed wants. */
export interface Standing {
	/** Why the client id cannot be that of an application; null where it can. */
	readonly idRefusal: ClientIdRefusal | null;
	/** Null where there is no application yet. */
	readonly name: string | null;
	readonly redirectUris: readonly RedirectUri[];
	/** Redirect URI of the sample client, which every new application has. */
	readonly sample: string;
	/** Its own secrets. */
	readonly secrets: readonly SecretProof[];
	readonly draft: (Draft & { readonly seededRevision: number | null }) | null;
	readonly current: (DraftContent & { readonly number: number }) | null;
}

/** Loads what a seed is held against; part of a transaction. */
export async function findStanding(transaction: Transaction, clientId: string): Promise<Standing> {
	const { db } = transaction;
	const free = await freeClientId(transaction, clientId, clientId);
	const [application] = await db
		.select({ name: applications.name, seededRevision: drafts.seededRevision })
		.from(applications)
		.innerJoin(drafts, eq(drafts.clientId, applications.clientId))
		.where(eq(applications.clientId, clientId));
	const secrets = await db
		.select(PROOF_COLUMNS)
		.from(clientSecrets)
		.where(
			and(
				eq(clientSecrets.clientId, clientId),
				isNull(clientSecrets.machineClientId),
				eq(clientSecrets.isSample, false)
			)
		);
	const draft = await findDraft(transaction, clientId);
	return {
		idRefusal: free.ok ? null : free,
		name: application?.name ?? null,
		redirectUris: await readRedirectUris(transaction, clientId),
		sample: sampleUriAt(transaction.settings.origin),
		secrets,
		draft: draft && { ...draft, seededRevision: application?.seededRevision ?? null },
		current: await latestVersion(transaction, clientId)
	};
}
