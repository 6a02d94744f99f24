import { actingAs, type Actor, type Context } from '../context.ts';

/** A person who is signed in to the portal. */
export interface Owner {
	readonly id: string;
	/** As it was typed. */
	readonly address: string;
}

/** A context in the name of an owner, which all of this room but the sign-in asks for. */
export function asOwner(context: Context, { id, address }: Owner): Context {
	return actingAs(context, { kind: 'owner', id, name: address });
}

/**
 * Whose portal it is: every question of the portal is narrowed down by it.
 *
 * @throws {TypeError} where no owner acts
 */
export function ownerIdOf({ actor }: { readonly actor: Actor }): string {
	if (actor.kind !== 'owner') throw new TypeError('Only an owner has a portal.');
	return actor.id;
}
