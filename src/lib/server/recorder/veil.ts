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
const PROOF = /\b(basic|bearer)((?:\s|\+|%20){1,20})([\w.~+/=-]{20,})/gi;

/** The password of an address. */
const PASSWORD = /(:\/\/[^\s/?#:@]{0,256}:)([^\s/?#@]{1,1024})(?=@)/g;

/**
 * What stands in front of a value within a text that is no form and no JSON as a whole: `name=`,
 * `"name": `, `<name>`, also written into JSON or an address once more.
 */
const NAMED = /([\w.-]{1,64})(?:\\{0,8}["'])?\s{0,20}(?:=>|[=:>]|%(?:25){0,4}3[ad])\s{0,20}/gi;

/** The value behind it: within its quotes, or up to what ends it, with the scheme of a proof. */
const VALUE =
	/(["'])((?:\\[\s\S]|(?!\1)[^\\])*)|(\\{1,8}["'])([\s\S]*?)(?=\3|$)|((?:(?:basic|bearer|token)\s{1,20})?(?:[^\s&"'#;,<\\]|<(?!\/)|\\(?!["']))+)/iy;

/** Texts that hold none of this are most. */
const MAY_NAME = /[=:>]|%(?:25)*3[ad]/i;

/** Under what name a list of headers tells the name of each, and under what its value. */
const OWN_NAME = /^(?:name|key|header)$/i;
const OWN_VALUE = /^values?$/i;

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
		const text = given
			.replace(
				PROOF,
				(_, scheme: string, between: string, proof: string) =>
					`${scheme}${between}${this.mask(proof)}`
			)
			.replace(PASSWORD, (_, before: string, password: string) => before + this.mask(password));
		return MAY_NAME.test(text) ? this.#named(text) : text;
	}

	/** What stands behind the name of a secret, masked; what is behind another name may name one itself. */
	#named(text: string): string {
		let shown = '';
		let from = 0;
		for (const { 0: before, 1: name = '', index } of text.matchAll(NAMED)) {
			const at = index + before.length;
			if (index < from || !isSecretName(name)) continue;
			VALUE.lastIndex = at;
			const [whole = '', mark, quoted, escapedMark, escaped, bare] = VALUE.exec(text) ?? [];
			const value = quoted ?? escaped ?? bare ?? '';
			if (value === '') continue;
			shown += text.slice(from, at) + (mark ?? escapedMark ?? '') + this.mask(value);
			from = at + whole.length;
		}
		return shown + text.slice(from);
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
		if (Array.isArray(value)) {
			const list: readonly unknown[] = value;
			const [first] = list;
			// A header as a list of two.
			const named = list.length === 2 && typeof first === 'string' && isSecretName(first);
			return list.map((one, index) =>
				this.json(one, named && index === 1 ? first : name, depth + 1)
			);
		}
		if (typeof value === 'object' && value !== null) {
			const entries: [string, unknown][] = Object.entries(value);
			const own = secretNamedIn(entries);
			const nameOf = (key: string) => {
				if (isSecretName(name)) return name;
				return own !== null && OWN_VALUE.test(key) ? own : key;
			};
			return Object.fromEntries(
				entries.map(([key, one]) => [this.text(key), this.json(one, nameOf(key), depth + 1)])
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

/** The name of a secret that stands beside its value: `{"name": "Authorization", "value": "…"}`. */
function secretNamedIn(entries: readonly (readonly [string, unknown])[]): string | null {
	const [, name] =
		entries.find(([key, one]) => OWN_NAME.test(key) && typeof one === 'string') ?? [];
	return typeof name === 'string' && isSecretName(name) ? name : null;
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
