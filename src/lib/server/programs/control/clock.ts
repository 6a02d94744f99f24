import {
	advanceClock,
	readClock,
	resetClock,
	type RehearsalClock
} from '../../connect/rehearsal.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { CLOCK_FORM, parseDuration } from './clock-request.ts';
import { controlEndpoint, controlReading } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';

/** `GET /sandbox/api/clock`: what time it is in the rehearsal. */
export const readingClock = controlReading(async ({ context, envelope }) =>
	controlAnswer(inAnswer(await readClock(context)), envelope.id)
);

/** `POST /sandbox/api/clock`: moves it on, or back to the time of the machine. */
export const settingClock = controlEndpoint(CLOCK_FORM, async ({ context, envelope }, asked) => {
	if (asked.advance === undefined) {
		return controlAnswer(inAnswer(await resetClock(context)), envelope.id);
	}
	const outcome = await advanceClock(context, parseDuration(asked.advance));
	if (outcome.ok) return controlAnswer(inAnswer(outcome.clock), envelope.id);
	const days = Math.floor(outcome.data.most / 86_400_000);
	const message = `The rehearsal may be ahead of the machine by ${days} days at most; reset it first.`;
	return controlRefusal(envelope.id, refuseProblems([{ path: 'advance', message }]));
});

function inAnswer({ now, offsetMs }: RehearsalClock) {
	return { now: new Date(now).toISOString(), offsetMs };
}
