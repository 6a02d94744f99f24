import { CANNOT_BE_READ, type Operation } from './operation.ts';
import * as examples from './wipe-examples.ts';

export const WIPE_OPERATION: Operation = {
	path: '/sandbox/api/wipe',
	method: 'post',
	id: 'wipe',
	summary: 'Empties the sandbox, for the next test',
	description:
		'Applications with all that hangs on them, vehicles, owners, what was recorded, and the clock: all of it goes at once, on every server of the database, and what the body asks for is there then. The demo does not come back by itself.',
	request: {
		description: 'What shall be there then; {} for nothing',
		schemas: ['WipeRequest'],
		examples: { nothing: examples.WIPE, demo: examples.WIPE_TO_DEMO, seed: examples.WIPE_TO_SEED }
	},
	answer: {
		description: 'Nothing else is there now.',
		schemas: ['WipeAnswer'],
		examples: { seeded: examples.WIPED }
	},
	refusal: {
		description: `${CANNOT_BE_READ} Nothing was changed.`,
		schemas: ['ControlRefusal'],
		examples: { field: examples.WRONG_SEED }
	}
};
