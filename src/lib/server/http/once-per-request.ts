/** Finds something out once for a request, whichever of its loads asks. */
export function oncePerRequest<Event extends { readonly locals: App.Locals }, Found extends object>(
	find: (event: Event) => Found
): (event: Event) => Found {
	const known = new WeakMap<App.Locals, Found>();
	return (event) => {
		const before = known.get(event.locals);
		if (before) return before;
		const found = find(event);
		known.set(event.locals, found);
		return found;
	};
}
