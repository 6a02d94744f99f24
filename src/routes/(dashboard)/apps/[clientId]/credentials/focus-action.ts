/**
 * Puts the focus back on a button of the list, which moved or was replaced: the same action of the
 * same entry, else another action of that entry, else the list.
 */
export function focusAction(
	list: HTMLElement | null,
	id: FormDataEntryValue | null,
	action: string
): void {
	const entry = [...(list?.querySelectorAll<HTMLElement>('[data-id]') ?? [])].find(
		(element) => element.dataset.id === id
	);
	const target =
		entry?.querySelector<HTMLElement>(`[data-action="${action}"]:enabled`) ??
		entry?.querySelector<HTMLElement>('[data-action]:enabled') ??
		list;
	target?.focus({ preventScroll: true });
}
