import { fileHeaders } from './file-headers.ts';

/** Answers with JSON that is to be saved as a file. */
export function answerJsonFile(name: string, text: string): Response {
	return new Response(text, { headers: fileHeaders(name, 'application/json') });
}
