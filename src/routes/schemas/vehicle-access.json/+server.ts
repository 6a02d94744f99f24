import { configurationJsonSchema } from '#lib/access/configuration.ts';
import { answerSchema } from '../answer-schema.ts';
import type { RequestHandler } from './$types.js';

/** The JSON Schema of `vehicle-access.json`. */
export const GET: RequestHandler = () => answerSchema(configurationJsonSchema());
