import type { RequestedPermission } from '#lib/access/request-review.ts';
import { saidOf, toldOf, type Purposes } from '#lib/access/purposes.ts';
import { parseScope } from '#lib/access/scope.ts';
import type { ErrorAnswer } from '../connect-errors.ts';

/** What the owner is asked. */
export interface AskedAccess {
	readonly asked: readonly RequestedPermission[];
	/** Version that it comes from; null when the link named a scope. */
	readonly version: number | null;
}

/** The link's scope, which replaces the stored access for this one authorization; null without one. */
export function accessInLink(scope: string | undefined): AskedAccess | null {
	const { permissions } = parseScope(scope ?? '');
	return permissions.length > 0 ? { asked: permissions, version: null } : null;
}

/** What a version asks for, and says that it is for. */
interface Published {
	readonly number: number;
	readonly access: readonly RequestedPermission[];
	readonly purposes: Purposes;
}

/** The published version as it was locked in. */
export function publishedAccess(published: Published | null): AskedAccess | ErrorAnswer {
	if (published) {
		const asked = published.access.map(({ name, required }) => {
			return { name, required, ...saidOf(toldOf(published.purposes[name])) };
		});
		return { asked, version: published.number };
	}
	return { error: 'invalid_scope', fault: { code: 'nothing-asked' } };
}
