import type { RequestedPermission } from '#lib/access/request-review.ts';
import { parseScope } from '#lib/access/scope.ts';
import type { ErrorAnswer } from '#lib/connect/connect-errors.ts';
import { latestVersion } from '../../configurations/versions.ts';
import type { Context } from '../../context.ts';

export interface AskedAccess {
	readonly asked: readonly RequestedPermission[];
	/** Version that it comes from; null when the link named a scope. */
	readonly version: number | null;
}

/**
 * What the owner is asked: the link's scope, which replaces the stored access for this one
 * authorization, or the published version as it was locked in.
 */
export async function askedAccess(
	context: Context,
	clientId: string,
	scope: string | undefined
): Promise<AskedAccess | ErrorAnswer> {
	if (scope !== undefined) {
		const { permissions } = parseScope(scope);
		if (permissions.length > 0) return { asked: permissions, version: null };
	}
	const published = await latestVersion(context, clientId);
	if (published) {
		const asked = published.access.map(({ name, required }) => ({ name, required }));
		return { asked, version: published.number };
	}
	return {
		error: 'invalid_scope',
		description:
			'The link names no scope, and no Vehicle Access is published for the application. Publish a version, or add a scope to the link.'
	};
}
