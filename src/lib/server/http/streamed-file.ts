import { fileHeaders } from './file-headers.ts';

/** Answers with a file of any length: each part is made once the one before it is taken. */
export function streamFile(
	{ name, type }: { readonly name: string; readonly type: string },
	parts: AsyncIterable<string>
): Response {
	const bytes = new TextEncoder();
	const iterator = parts[Symbol.asyncIterator]();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await iterator.next();
			if (next.done) controller.close();
			else controller.enqueue(bytes.encode(next.value));
		},
		async cancel() {
			await iterator.return?.();
		}
	});
	return new Response(body, { headers: fileHeaders(name, type) });
}
