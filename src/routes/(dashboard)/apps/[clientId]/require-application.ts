import { getApplication, type Application } from '#lib/server/applications/applications.ts';
import type { Context } from '#lib/server/context.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';

/** @throws a 404 for the page when there is none, or no longer. */
export async function requireApplication(context: Context, clientId: string): Promise<Application> {
	return (await getApplication(context, clientId)) ?? refuseGoneApplication();
}
