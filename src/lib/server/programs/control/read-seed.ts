import { parseClientId } from '#lib/access/client-id.ts';
import { parseConfiguration, type Problem } from '#lib/access/configuration.ts';
import type { SeedRequest } from './seed-request.ts';
import type { WantedSeed } from './seed-all.ts';
import type { SeedWebhook } from './seed-webhooks.ts';
import { SEEDED } from './seed-words.ts';
import { wantedWebhook } from './wanted-webhook.ts';

type ReadSeed =
	| { readonly ok: true; readonly wanted: WantedSeed }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads what a seed wants, by the catalog. */
export function readSeed({ applications, vehicles }: SeedRequest): ReadSeed {
	const problems: Problem[] = [];
	const webhooks: SeedWebhook[] = [];
	const wanted = applications.map(({ selection, clientSecret, ...rest }, index) => {
		const { webhooks: hooks, ...application } = rest;
		const items = selection === undefined ? null : parseConfiguration(selection);
		if (items?.ok === false) {
			const at = `applications[${index}].selection`;
			problems.push(
				...items.problems.map(({ path, message }) => ({ path: `${at}.${path}`, message }))
			);
		}
		const id = parseClientId(application.clientId);
		// One that cannot be read is refused with all else that is in the way.
		const clientId = id.ok ? id.clientId : application.clientId;
		webhooks.push(
			...hooks.map((hook, at) => ({
				...{ clientId, path: `applications[${index}].webhooks[${at}]` },
				wanted: wantedWebhook(hook)
			}))
		);
		return {
			...application,
			clientId,
			clientSecret: clientSecret ?? null,
			selected: items?.ok ? items : null,
			reason: SEEDED
		};
	});
	return problems.length > 0
		? { ok: false, problems }
		: { ok: true, wanted: { applications: wanted, vehicles, webhooks } };
}
