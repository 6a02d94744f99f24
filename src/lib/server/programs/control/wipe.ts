import type { Problem } from '#lib/access/configuration.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlEndpoint } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';
import { readSeed } from './read-seed.ts';
import { wipeAll } from './wipe-all.ts';
import { WIPE_FORM, type WipeRequest } from './wipe-request.ts';

/** `POST /sandbox/api/wipe`: empties the sandbox, and makes what shall be there then. */
export const wipe = controlEndpoint(WIPE_FORM, async ({ context, envelope }, asked) => {
	const read = readAfter(asked);
	const wiped = read.ok ? await wipeAll(context, read.wanted) : read;
	if (!wiped.ok) {
		return controlRefusal(envelope.id, refuseProblems(wiped.problems.map(inSeed)));
	}
	return controlAnswer(wiped.answer, envelope.id);
});

function readAfter({ demo, seed }: WipeRequest) {
	if (seed !== undefined) return readSeed(seed);
	return { ok: true, wanted: demo === true ? 'demo' : 'nothing' } as const;
}

const inSeed = ({ path, message }: Problem): Problem => ({ path: `seed.${path}`, message });
