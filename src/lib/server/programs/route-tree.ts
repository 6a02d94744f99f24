/** A place in the tree: what follows from here on. */
interface Branch<Leaf> {
	readonly literal: Map<string, Branch<Leaf>>;
	/** Where any part stands that is not empty. */
	any: Branch<Leaf> | null;
	leaf: Leaf | null;
}

const branch = <Leaf>(): Branch<Leaf> => ({ literal: new Map(), any: null, leaf: null });

/** Whether a part of a route stands for whatever is there, as `[name]`. */
export const isVaried = (part: string) => part.startsWith('[') && part.endsWith(']');

/**
 * Finds the route that fits a path, however many there are. A part that is written out goes before
 * one that stands for any.
 *
 * @param routes each in parts
 */
export function routeTree<Leaf>(
	routes: Iterable<readonly [parts: readonly string[], leaf: Leaf]>
): (given: readonly string[]) => Leaf | null {
	const root = branch<Leaf>();
	for (const [parts, leaf] of routes) {
		let at = root;
		for (const part of parts) at = grow(at, part);
		at.leaf = leaf;
	}
	return (given) => findFrom(root, given, 0);
}

function grow<Leaf>(at: Branch<Leaf>, part: string): Branch<Leaf> {
	if (isVaried(part)) return (at.any ??= branch<Leaf>());
	const next = at.literal.get(part) ?? branch<Leaf>();
	at.literal.set(part, next);
	return next;
}

function findFrom<Leaf>(at: Branch<Leaf>, given: readonly string[], index: number): Leaf | null {
	const part = given[index];
	if (part === undefined) return at.leaf;
	const next = at.literal.get(part);
	const found = next ? findFrom(next, given, index + 1) : null;
	if (found !== null || at.any === null || part === '') return found;
	return findFrom(at.any, given, index + 1);
}
