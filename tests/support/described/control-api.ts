import { ControlRefusal } from '#lib/server/programs/control/answer-schemas.ts';
import { REFUSALS } from '#lib/server/programs/control/openapi.ts';
import {
	NAMED_SCHEMAS,
	type DescribedBody,
	type Operation
} from '#lib/server/programs/control/operation.ts';
import { OPERATIONS } from '#lib/server/programs/control/operations.ts';
import { z } from 'zod';
import type { DescribedApi } from './described-api.ts';

/** What every address refuses, and some refuse as well. */
function refusals(others: readonly string[]) {
	const answers: Record<number, readonly z.ZodType[]> = {};
	for (const status of [...Object.keys(REFUSALS), ...others]) {
		answers[Number(status)] = [ControlRefusal];
	}
	return answers;
}

/** The files themselves; what stands in them is read elsewhere. */
const FILES = ['control', 'vehicle-v2', 'vehicle-v3', 'management'].map((name) => ({
	method: 'GET',
	path: `/openapi/${name}.json`,
	answers: { ...refusals([]), 200: [z.looseObject({ openapi: z.literal('3.1.1') })] }
}));

const schemasOf = ({ schemas }: DescribedBody) => schemas.map((name) => NAMED_SCHEMAS[name]);

function answersOf({ answer, refusal, others = {} }: Operation) {
	const answers = refusals(Object.keys(others));
	if (refusal) answers[400] = schemasOf(refusal);
	answers[200] = schemasOf(answer);
	return answers;
}

export const control: DescribedApi = {
	operations: [
		...OPERATIONS.map((operation) => ({
			method: operation.method.toUpperCase(),
			path: operation.path,
			answers: answersOf(operation)
		})),
		...FILES
	],
	refusal: ControlRefusal
};
