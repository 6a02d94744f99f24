import type { ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { judgeClient } from '#lib/connect/authorize/judge-client.ts';
import type { ShownPage } from '#lib/connect/authorize/page-refusal.ts';
import { getApplication, type Application } from '../../applications/applications.ts';
import { findRenamed } from '../../applications/client-ids.ts';
import type { Context } from '../../context.ts';

/** Looks up the application that a link is for. */
export async function checkClient(
	context: Context,
	query: ConnectQuery,
	developer: boolean
): Promise<Application | ShownPage> {
	const id = query.parameters.clientId?.toLowerCase() ?? '';
	const application = await getApplication(context, id);
	const renamed = application ? null : await findRenamed(context, id);
	return judgeClient(query, { application, renamed }, developer);
}
