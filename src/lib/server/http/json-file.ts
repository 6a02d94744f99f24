/** Answers with JSON that is to be saved as a file; nobody keeps it on the way. */
export function answerJsonFile(name: string, text: string): Response {
	return new Response(text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
}
