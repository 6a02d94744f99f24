import { quote } from '#lib/access/characters.ts';
import type { Problem } from '#lib/access/configuration.ts';
import { nearest } from '#lib/access/nearest.ts';
import { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { isSignalCode, SIGNALS } from '#lib/vehicles/signals/signals.ts';
import type { z } from 'zod';
import { formatPath } from '../../http/body.ts';
import type { EventRequest } from './vehicle-request.ts';

type ReadEvent =
	| { readonly ok: true; readonly event: VehicleEvent }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads what shall happen to a vehicle, or says which field is wrong. */
export function readEvent({ set, ...asked }: z.infer<typeof EventRequest>): ReadEvent {
	const problems = Object.entries(set ?? {}).flatMap(([code, body]) => judgeBody(code, body));
	if (problems.length > 0) return { ok: false, problems };
	const read = VehicleEvent.safeParse(set ? { ...asked, event: 'set', signals: set } : asked);
	if (read.success) return { ok: true, event: read.data };
	return { ok: false, problems: read.error.issues.map(wordIssue) };
}

function judgeBody(code: string, body: unknown): readonly Problem[] {
	const path = formatPath(['set', code]);
	if (!isSignalCode(code)) {
		const near = nearest(code, Object.keys(SIGNALS));
		const advice = near === null ? 'write the code of a signal' : `did you mean ${quote(near)}?`;
		return [{ path, message: asSentence(`There is no such signal; ${advice}`) }];
	}
	const read = SIGNALS[code].schema.safeParse(body);
	if (read.success) return [];
	return read.error.issues.map((issue) =>
		wordIssue({ ...issue, path: ['set', code, ...issue.path] })
	);
}

function wordIssue({ path, message }: Pick<z.core.$ZodIssue, 'path' | 'message'>): Problem {
	return { path: formatPath(path), message: asSentence(message) };
}

const asSentence = (text: string) => (/[.?]$/.test(text) ? text : `${text}.`);
