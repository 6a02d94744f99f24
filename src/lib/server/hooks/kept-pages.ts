import { randomBytes } from 'node:crypto';

/** A page in bytes, cut where something stands that is another each time it is sent. */
type Pieces = readonly (Buffer | Changing)[];

/** Which of the changing values stands there; -1 for the nonce. */
type Changing = number;

const NONCE = -1;

interface KeptPage {
	readonly pieces: Pieces;
	readonly headers: Headers;
	/** Nonce of the scripts of its first rendering; null where none of them needs one. */
	readonly nonce: string | null;
	/** Characters of the page and of its key. */
	readonly size: number;
}

/** Characters that pages may have together, with their keys: some of them grow with what they list. */
export const MOST_CHARACTERS = 32_000_000;

/**
 * Pages that are rendered once for everything they depend on, which their key has to name in full.
 * Only whole pages with a policy are kept, each with a nonce of its own every time it is sent.
 */
export class KeptPages {
	readonly #pages = new Map<string, KeptPage>();
	readonly #most: number;
	#size = 0;

	/** @param most pages kept; the one unused for longest goes first, also where they grow too long */
	constructor(most: number) {
		this.#most = most;
	}

	/** @param changing values that stand in the page and not in its key, in the same order each time */
	async answer(
		key: string,
		changing: readonly string[],
		render: () => Response | Promise<Response>
	): Promise<Response> {
		if (!changing.every((value) => canBeFound(value, key))) return render();
		const known = this.#pages.get(key);
		if (known) {
			this.#pages.delete(key);
			this.#pages.set(key, known);
			return send(known, changing);
		}
		const response = await render();
		const { status, headers } = response;
		const policy = headers.get('content-security-policy');
		if (status !== 200 || policy === null || headers.has('set-cookie')) return response;
		const html = await response.text();
		if (overlap(changing)) return new Response(html, { headers });
		const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? null;
		const marks = changing.map((value, index) => [value, index] as const);
		const pieces = cut(html, nonce === null ? marks : [[nonce, NONCE], ...marks]);
		this.#keep(key, { pieces, headers, nonce, size: key.length + html.length });
		return new Response(html, { headers });
	}

	#keep(key: string, page: KeptPage): void {
		// Another request may have rendered the same meanwhile.
		this.#size += page.size - (this.#pages.get(key)?.size ?? 0);
		this.#pages.set(key, page);
		for (const [oldest, { size }] of this.#pages) {
			if (this.#pages.size <= this.#most && this.#size <= MOST_CHARACTERS) break;
			this.#pages.delete(oldest);
			this.#size -= size;
		}
	}
}

/** Written in a page as it is, and there for no other reason: what else stands there is in the key. */
function canBeFound(value: string, key: string): boolean {
	return /^[\w-]{16,}$/.test(value) && !key.includes(value);
}

/** Whether one could be taken for another, as it is or as a part of it. */
function overlap(values: readonly string[]): boolean {
	return values.some((value, index) =>
		values.some((other, place) => place !== index && other.includes(value))
	);
}

function cut(html: string, marks: readonly (readonly [string, Changing])[]): Pieces {
	let pieces: readonly (string | Changing)[] = [html];
	for (const [value, mark] of marks) {
		pieces = pieces.flatMap((piece) =>
			typeof piece === 'string'
				? piece.split(value).flatMap((part, index) => (index === 0 ? [part] : [mark, part]))
				: [piece]
		);
	}
	return pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
}

function send({ pieces, headers, nonce }: KeptPage, changing: readonly string[]): Response {
	const fresh = nonce === null ? '' : randomBytes(16).toString('base64');
	const sent = new Headers(headers);
	const policy = headers.get('content-security-policy') ?? '';
	if (nonce !== null) sent.set('content-security-policy', policy.replaceAll(nonce, fresh));
	sent.delete('etag');
	const values = new Map([[NONCE, Buffer.from(fresh)], ...changing.map(bytesOf)]);
	return new Response(streamOf(pieces, values), { headers: sent });
}

const bytesOf = (value: string, index: Changing): [Changing, Buffer] => [index, Buffer.from(value)];

/** Piece by piece: to join them would copy a long page at each request. */
function streamOf(
	pieces: Pieces,
	values: ReadonlyMap<Changing, Buffer>
): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start(controller) {
			for (const piece of pieces) {
				const bytes = typeof piece === 'number' ? values.get(piece) : piece;
				if (bytes && bytes.length > 0) controller.enqueue(bytes);
			}
			controller.close();
		}
	});
}
