import type { z } from 'zod';
import type { Call } from '../call.ts';
import { readBody } from '../control/read-body.ts';
import { Refused } from '../endpoint.ts';
import { v3Refusal } from './answers.ts';
import type { SentAttributes } from './schemas/execution.ts';

/** Reads the body of a request, or refuses it with the field that is wrong. */
export async function readSent<T extends SentAttributes>(
	{ request, envelope }: Pick<Call, 'request' | 'envelope'>,
	schema: z.ZodType<T>
): Promise<T | Refused> {
	const read = await readBody(request, { schema, keys: [] });
	if (read.ok) {
		envelope.bodyRead = { data: { attributes: read.data.data.attributes } };
		return read.data;
	}
	const { status, message: detail } = read;
	return new Refused(v3Refusal(envelope.id, 'VALIDATION:INVALID_INPUT_FORMAT', { status, detail }));
}
