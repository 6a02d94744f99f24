/** What says that an answer is to be saved as a file; nobody keeps it on the way. */
export function fileHeaders(name: string, type: string): HeadersInit {
	return {
		'content-type': `${type}; charset=utf-8`,
		'content-disposition': `attachment; filename="${name}"`,
		'cache-control': 'no-store'
	};
}
