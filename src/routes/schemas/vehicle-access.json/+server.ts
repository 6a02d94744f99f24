import { configurationJsonSchema } from '#lib/access/configuration.ts';
import type { RequestHandler } from './$types.js';

/** Seconds for which an editor or a CI job may keep the schema. */
const KEPT = 3600;

/** The JSON Schema of `vehicle-access.json`. */
export const GET: RequestHandler = () =>
	new Response(`${JSON.stringify(configurationJsonSchema(), null, '\t')}\n`, {
		headers: {
			'content-type': 'application/schema+json; charset=utf-8',
			'cache-control': `public, max-age=${KEPT}`
		}
	});
