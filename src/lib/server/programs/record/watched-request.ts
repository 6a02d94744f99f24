import type { ProgramRequest } from '../call.ts';

/** A request of which is known what was read of it. */
export class WatchedRequest implements ProgramRequest {
	readonly method: string;
	readonly url: string;
	readonly headers: ProgramRequest['headers'];
	readonly begunAt = performance.now();
	/** Names of the headers that were asked for, in small letters. */
	readonly asked: string[] = [];
	/** The body as it was read; null as long as it was not. */
	body: Uint8Array | null = null;
	readonly #request: ProgramRequest;

	constructor(request: ProgramRequest) {
		this.#request = request;
		this.method = request.method;
		this.url = request.url;
		const { headers } = request;
		this.headers = {
			get: (name) => {
				this.asked.push(name);
				return headers.get(name);
			},
			forEach: (each) => headers.forEach(each)
		};
	}

	bytes(): Promise<Uint8Array<ArrayBuffer>> {
		return this.#request.bytes().then((bytes) => (this.body = bytes));
	}

	keepOpen(milliseconds: number): void {
		this.#request.keepOpen?.(milliseconds);
	}
}
