/** Parameters that note which of them were looked at. */
export class NotedFields extends Map<string, string> {
	readonly #read = new Set<string>();

	override get(name: string): string | undefined {
		this.#read.add(name);
		return super.get(name);
	}

	override has(name: string): boolean {
		this.#read.add(name);
		return super.has(name);
	}

	/** Those that were. */
	read(): Readonly<Record<string, true>> {
		return Object.fromEntries([...this.#read].map((name) => [name, true]));
	}
}
