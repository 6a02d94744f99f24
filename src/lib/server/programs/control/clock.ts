import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { freezeClock, readClock, type RehearsalClock } from '../../connect/rehearsal.ts';
import { advanceRehearsal, resetRehearsal } from '../../fleet/clock.ts';
import type { EndedCounts } from '../../connect/ended/ended-within.ts';
import type { FiredList } from '../../fleet/fired.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { CLOCK_FORM, parseDuration } from './clock-request.ts';
import { controlEndpoint, controlReading } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';

/** `GET /sandbox/api/clock`: what time it is in the rehearsal. */
export const readingClock = controlReading(async (call) =>
	showing(call, await readClock(call.context))
);

/** `POST /sandbox/api/clock`: moves it on, lets it stand, or goes back to the time of the machine. */
export const settingClock = controlEndpoint(CLOCK_FORM, async (call, { advance, freeze }) => {
	const { context } = call;
	if (advance !== undefined) return advancing(call, parseDuration(advance));
	return showing(
		call,
		freeze === undefined ? await resetRehearsal(context) : await freezeClock(context, freeze)
	);
});

async function advancing(call: Call, by: number): Promise<Answer> {
	const outcome = await advanceRehearsal(call.context, by);
	if (outcome.ok) return showing(call, outcome.clock, outcome);
	const days = Math.floor(outcome.data.most / 86_400_000);
	const message = `The rehearsal may be ahead of the machine by ${days} days at most; reset it first.`;
	return controlRefusal(call.envelope.id, refuseProblems([{ path: 'advance', message }]));
}

function showing(
	{ envelope }: Call,
	{ now, offsetMs, frozen }: RehearsalClock,
	moved?: { readonly fired: FiredList; readonly ended: EndedCounts }
): Answer {
	const clock = {
		now: inAnswer(now),
		offsetMs,
		frozen,
		fired: moved?.fired.listed.map(({ at, ...one }) => ({ at: inAnswer(at), ...one })) ?? [],
		firedCount: moved?.fired.count ?? 0,
		...(moved && { ended: moved.ended })
	};
	return controlAnswer(clock, envelope.id);
}

const inAnswer = (time: number) => new Date(time).toISOString();
