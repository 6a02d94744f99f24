import { receiptJsonSchema } from '#lib/owners/receipt.ts';
import { answerSchema } from '../answer-schema.ts';
import type { RequestHandler } from './$types.js';

/** The JSON Schema of an owner's receipt. */
export const GET: RequestHandler = () => answerSchema(receiptJsonSchema());
