import type { SeededApplication } from '../../applications/seed/wanted.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlEndpoint } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';
import { readSeed } from './read-seed.ts';
import { seedAll } from './seed-all.ts';
import { SEED_FORM } from './seed-request.ts';
import { proveSeeded } from './seed-webhooks.ts';

const KEPT =
	'The draft was edited by hand since the last seed; it stays as it is, and nothing is published.';

/** `POST /sandbox/api/seed`: applications, vehicles and webhooks as a file says, all of them or none. */
export const seed = controlEndpoint(SEED_FORM, async ({ context, envelope }, asked) => {
	const read = readSeed(asked);
	if (!read.ok) return controlRefusal(envelope.id, refuseProblems(read.problems));
	const outcome = await seedAll(context, read.wanted);
	if (!outcome.ok) return controlRefusal(envelope.id, refuseProblems(outcome.problems));
	const { applications, vehicles } = outcome;
	const webhooks = await proveSeeded(context, outcome.webhooks);
	const body = {
		applications: applications.map(withNote),
		...(vehicles.length > 0 && { vehicles }),
		...(webhooks.length > 0 && { webhooks })
	};
	return controlAnswer(body, envelope.id);
});

function withNote(application: SeededApplication) {
	return application.draft === 'kept' ? { ...application, note: KEPT } : application;
}
