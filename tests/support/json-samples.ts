/** A schema as an OpenAPI file writes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export function isSchema(value: unknown): value is JsonSchema {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts that some field may want, and some that none does. */
const TEXTS = [
	...['22:00', '06:00', '2026-11-27', '2026-11-27T10:00:00Z', 'P0A1F', '1234', '0.8', '2h', 'US'],
	...['8229df9f-91a0-4ff0-a1ae-a1f38ee24d07', '5YJ3E1EA5KF328931', 'read_odometer', '/odometer'],
	...['', ' ', '\u202E', '\u{1F697}', '__proto__', '9'.repeat(400), '1e999', '-0', 'NaN', '<b>']
];

const NUMBERS = [0, 1, -1, 0.5, 50, 80, 100, 180, 2026, 1e15, 1e308, -1e308, 5e-324];

/** Values that follow a schema, mostly. */
export class JsonSampler {
	readonly #random: () => number;
	/** How often something else is written than the schema says. */
	readonly #odd: number;

	constructor(random: () => number, odd: number) {
		this.#random = random;
		this.#odd = odd;
	}

	sample(schema: JsonSchema): unknown {
		if (this.#random() < this.#odd) return this.#anything();
		if ('const' in schema) return schema.const;
		if (Array.isArray(schema.enum)) return this.pick(schema.enum);
		const choices = schema.anyOf ?? schema.oneOf;
		if (Array.isArray(choices)) return this.#sampleOf(this.pick(choices));
		switch (Array.isArray(schema.type) ? this.pick(schema.type) : schema.type) {
			case 'object':
				return this.#object(schema);
			case 'array':
				return Array.from({ length: this.below(4) }, () => this.#sampleOf(schema.items));
			case 'string':
				return this.text(schema);
			case 'integer':
				return Math.round(this.#number(schema));
			case 'number':
				return this.#number(schema);
			case 'boolean':
				return this.#random() < 0.5;
			case 'null':
				return null;
			default:
				return this.#anything();
		}
	}

	text({ pattern }: JsonSchema): string {
		const form = typeof pattern === 'string' ? new RegExp(pattern, 'u') : /^/;
		const fitting = TEXTS.filter((text) => form.test(text));
		return this.pick(fitting.length > 0 && this.#random() >= this.#odd ? fitting : TEXTS);
	}

	pick<T>(list: readonly T[]): T {
		const picked = list[this.below(list.length)];
		if (picked === undefined) throw new RangeError('There is nothing to pick');
		return picked;
	}

	below(most: number): number {
		return Math.floor(this.#random() * most);
	}

	#sampleOf(schema: unknown): unknown {
		return isSchema(schema) ? this.sample(schema) : this.#anything();
	}

	#object({ properties, required, additionalProperties }: JsonSchema): object {
		const needed = Array.isArray(required) ? required : [];
		const entries = Object.entries(isSchema(properties) ? properties : {})
			.filter(([name]) => needed.includes(name) || this.#random() < 0.5)
			.filter(() => this.#random() >= this.#odd)
			.map(([name, schema]) => [name, this.#sampleOf(schema)] as const);
		const more = isSchema(additionalProperties) || this.#random() < this.#odd;
		const others = more ? [[this.pick(TEXTS), this.#sampleOf(additionalProperties)] as const] : [];
		return Object.fromEntries([...entries, ...others]);
	}

	#number({ minimum, maximum }: JsonSchema): number {
		const [least, most] = [Number(minimum ?? -1e6), Number(maximum ?? 1e6)];
		if (this.#random() < 0.3) return this.pick([least, most, least - 1, most + 1]);
		return this.#random() < 0.3
			? this.pick(NUMBERS)
			: least + this.#random() * (Math.min(most, least + 2e6) - least);
	}

	#anything(): unknown {
		const nested = [[], {}, [[[[]]]], { a: { b: [null] } }, null, true];
		return this.pick<unknown>([...TEXTS, ...NUMBERS, ...nested]);
	}
}
