import { quote } from '#lib/access/characters.ts';
import type { NotAsked } from '#lib/faults/asked.ts';

/** What is wrong with the name of a fault or its number, and what to write. */
export function wordNotAsked(why: NotAsked): string {
	switch (why.code) {
		case 'unknown': {
			const { given, near } = why;
			const advice = near === null ? WRITE_ONE : `Did you mean ${quote(near)}?`;
			return given === '' ? WRITE_ONE : `${quote(given)} is no fault. ${advice}`;
		}
		case 'takes-no-amount':
			return `${why.fault.name} takes no number; leave it out.`;
		case 'wrong-amount': {
			const { name, amount } = why.fault;
			return `${name} takes a whole number of ${amount?.unit} from 1 to ${amount?.most}.`;
		}
	}
}

const WRITE_ONE =
	'Write the name of one, such as LATENCY, DROP or VEHICLE_STATE:ASLEEP; GET /sandbox/api/faults lists them.';
