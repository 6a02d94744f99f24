/** Seconds for which an editor or a CI job may keep a schema. */
const KEPT = 3600;

/** Answers with a JSON Schema. */
export function answerSchema(schema: object): Response {
	return new Response(`${JSON.stringify(schema, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/schema+json; charset=utf-8',
			'cache-control': `public, max-age=${KEPT}`
		}
	});
}
