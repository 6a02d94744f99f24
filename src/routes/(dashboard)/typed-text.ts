/**
 * A text that is typed, and now and then written into the address. Who goes on typing meanwhile is
 * ahead of the address, which must not put back into the field what was written before.
 */
export class TypedText {
	#typed = '';
	#written: string | null = null;

	type(text: string): void {
		this.#typed = text;
	}

	/** @returns what goes into the address now */
	write(): string {
		return (this.#written = this.#typed);
	}

	/** @param asked what the address says */
	shown(asked: string): string {
		return asked === this.#written ? this.#typed : asked;
	}
}
