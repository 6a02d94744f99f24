import { MASK, masked } from '#lib/access/masked.ts';
import { isSecretName } from './secret-names.ts';

/** Characters from which on a secret is looked for wherever it may have been repeated. */
const LEAST_TOLD = 6;

/** Secrets of one request that are looked for. Nobody has more, and looking for them takes its time. */
const MOST_SECRETS = 100;

/** Levels of JSON that are shown: what goes down them calls itself for each. */
const DEEPEST = 50;

/** Stands for all of a text in which nobody looked for secrets. */
const NOT_SHOWN = MASK;

/** What is sent to prove who somebody is, wherever it stands. */
const PROOF = /\b(basic|bearer)( +)([\w.~+/=-]{20,})/gi;

/** `name=value` and `"name": "value"` within a text that is no form and no JSON as a whole. */
const PAIR = /([\w.-]{1,64})(["']?\s*[=:]\s*["']?)([^\s&"'#;,]+)/g;

/** Masks the secrets of one request, and what its answer repeats of them. */
export class Veil {
	/** Each with the ways in which it may be written. */
	readonly #secrets = new Map<string, readonly string[]>();

	/** What is shown of a value that nobody is told. */
	mask(secret: string): string {
		const isNew = secret.length >= LEAST_TOLD && !this.#secrets.has(secret);
		if (isNew && !this.#isTooMany()) this.#secrets.set(secret, formsOf(secret));
		return masked(secret);
	}

	#isTooMany(): boolean {
		return this.#secrets.size > MOST_SECRETS;
	}

	/** A value as it is shown under its name. */
	value(name: string, value: string): string {
		return isSecretName(name) ? this.mask(value) : this.text(value);
	}

	/** A text that may say secrets by their names. */
	text(given: string): string {
		const text = given.replace(
			PROOF,
			(_, scheme: string, between: string, proof: string) =>
				`${scheme}${between}${this.mask(proof)}`
		);
		if (!/[=:]/.test(text)) return text;
		return text.replace(PAIR, (pair: string, name: string, between: string, value: string) =>
			isSecretName(name) ? `${name}${between}${this.mask(value)}` : pair
		);
	}

	/** A header of a request as it is shown. */
	header(name: string, value: string): string {
		if (!isSecretName(name)) return this.text(value);
		const [, scheme = '', rest = ''] = /^(basic|bearer) +(.+)$/is.exec(value) ?? [];
		if (scheme === '') return this.mask(value);
		if (scheme.toLowerCase() === 'bearer') return `${scheme} ${this.mask(rest)}`;
		return `${scheme} ${this.#basic(rest)}`;
	}

	/** Who asks is no secret. */
	#basic(encoded: string): string {
		const hidden = this.mask(encoded);
		const [, id, secret] =
			/^([\w%.-]{1,64}):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
		if (id === undefined || secret === undefined) return hidden;
		this.mask(decoded(secret));
		return `${id}:${this.mask(secret)}`;
	}

	/** A path with its query as they are shown. */
	path(url: string): string {
		const at = url.indexOf('?');
		if (at < 0) return this.text(url);
		return `${this.text(url.slice(0, at))}?${this.form(url.slice(at + 1))}`;
	}

	/** What is encoded as a form, or as a query. */
	form(encoded: string): string {
		const shown = new URLSearchParams();
		for (const [name, value] of new URLSearchParams(encoded)) {
			shown.append(this.text(name), this.value(name, value));
		}
		return shown.toString();
	}

	/** A value of JSON, whole. */
	json(value: unknown, name = '', depth = 0): unknown {
		if (typeof value === 'string') return this.value(name, value);
		if (typeof value === 'object' && value !== null && depth >= DEEPEST) return NOT_SHOWN;
		if (Array.isArray(value)) return value.map((one) => this.json(one, name, depth + 1));
		if (typeof value === 'object' && value !== null) {
			const within = isSecretName(name) ? name : '';
			return Object.fromEntries(
				Object.entries(value).map(([key, one]) => [
					this.text(key),
					this.json(one, within === '' ? key : within, depth + 1)
				])
			);
		}
		// A number may be a secret as well.
		if (value === null || !isSecretName(name)) return value;
		return this.mask(JSON.stringify(value));
	}

	/** A text that is written down, without whatever was masked elsewhere in it. */
	over(text: string): string {
		if (this.#isTooMany()) return NOT_SHOWN;
		let shown = text;
		for (const [secret, forms] of this.#secrets) {
			for (const form of forms) {
				if (shown.includes(form)) shown = shown.replaceAll(form, () => masked(secret));
			}
		}
		return shown;
	}

	/** The same for what was cut: without the beginning of a secret that stands at its end. */
	overCut(text: string): string {
		const shown = this.over(text);
		if (this.#isTooMany()) return shown;
		const end = shown.at(-1);
		for (const secret of this.#secrets.keys()) {
			for (let length = secret.length - 1; length >= LEAST_TOLD; length -= 1) {
				if (secret[length - 1] !== end || !shown.endsWith(secret.slice(0, length))) continue;
				return `${shown.slice(0, -length)}${masked(secret)}`;
			}
		}
		return shown;
	}
}

/** As it may be written: as it is, in JSON, in an address, in a form. */
function formsOf(secret: string): readonly string[] {
	if (/^[\w.~-]+$/.test(secret)) return [secret];
	const inJson = JSON.stringify(secret).slice(1, -1);
	const inForm = new URLSearchParams({ '': secret }).toString().slice(1);
	return [...new Set([secret, inJson, encoded(secret), inForm])];
}

/** A half of a pair of surrogates has no form there. */
function encoded(text: string): string {
	return encodeURIComponent(text.toWellFormed());
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
