import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { lint, LintFinding } from '#lib/access/lint.ts';
import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { onMount } from 'svelte';

/** What the page read with the draft. */
interface ReadNotes {
	readonly notes: readonly LintFinding[];
	readonly today: string;
	readonly filtered: boolean;
}

/** What a reviewer would say of the draft as it is. To be made while a component is. */
export class Findings {
	readonly #editor: Pick<DraftEditor, 'items' | 'access'>;
	readonly #read: () => ReadNotes;
	#rules = $state.raw<typeof lint | null>(null);

	readonly all: readonly LintFinding[] = $derived.by(() => {
		const { items: selection, access } = this.#editor;
		const { notes, today, filtered } = this.#read();
		return this.#rules?.({ selection, access, catalog: officialCatalog, today, filtered }) ?? notes;
	});

	readonly warnings = $derived(this.all.filter(({ severity }) => severity === 'warning').length);

	constructor(editor: Pick<DraftEditor, 'items' | 'access'>, read: () => ReadNotes) {
		this.#editor = editor;
		this.#read = read;
		onMount(() => {
			// The first view shows what the server found, so the rules may come after it; where they do
			// not come, what it found stays.
			import('#lib/access/lint.ts').then(
				(module) => (this.#rules = module.lint),
				() => undefined
			);
		});
	}
}
