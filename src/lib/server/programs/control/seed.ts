import { seed as seedApplications } from '../../applications/seed/seed.ts';
import type { SeededApplication } from '../../applications/seed/wanted.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlEndpoint } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';
import { readSeed } from './read-seed.ts';
import { SEED_FORM } from './seed-request.ts';
import { wordFault } from './seed-words.ts';

const KEPT =
	'The draft was edited by hand since the last seed; it stays as it is, and nothing is published.';

/** `POST /sandbox/api/seed`: applications as a file says, all of them or none. */
export const seed = controlEndpoint(SEED_FORM, async ({ context, envelope }, asked) => {
	const read = readSeed(asked);
	if (!read.ok) return controlRefusal(envelope.id, refuseProblems(read.problems));
	const outcome = await seedApplications(context, read.wanted);
	if (outcome.ok) {
		return controlAnswer({ applications: outcome.applications.map(withNote) }, envelope.id);
	}
	return controlRefusal(envelope.id, refuseProblems(outcome.faults.map(wordFault)));
});

function withNote(application: SeededApplication) {
	return application.draft === 'kept' ? { ...application, note: KEPT } : application;
}
