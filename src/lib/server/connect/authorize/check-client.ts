import { checkClientId } from '#lib/access/connect-url/check-application.ts';
import { quote } from '#lib/access/characters.ts';
import { getApplication, type Application } from '../../applications.ts';
import { findRenamed, type RenamedApplication } from '../../client-ids.ts';
import type { Context } from '../../context.ts';
import type { PageRefusal } from './page-refusal.ts';
import type { ConnectQuery } from './read-query.ts';

const ID_NAMES = new Set(['client_id', 'application_id']);

/**
 * The application that a link is for. Without one nothing may redirect (RFC 6749 section 4.1.2.1).
 */
export async function checkClient(
	context: Context,
	{ parameters, problems }: ConnectQuery,
	developer: boolean
): Promise<Application | PageRefusal> {
	const name = parameters.idParameter ?? 'client_id';
	const { clientId } = parameters;
	if (clientId === undefined) {
		return {
			message: `400: Missing required parameter: "${name}"`,
			advice:
				'The link has to name its application: add client_id with the application’s client id.'
		};
	}
	const message = `400: Invalid parameter ${name}: ${clientId.slice(0, 100)}.`;
	const twice = problems.find(({ parameter }) => parameter !== null && ID_NAMES.has(parameter));
	if (twice) return { message, advice: twice.message };
	const application = await getApplication(context, clientId.toLowerCase());
	if (application) return application;
	const renamed = await findRenamed(context, clientId.toLowerCase());
	if (renamed) return { message, advice: describeFormer(clientId, renamed, developer) };
	const [form] = checkClientId(parameters, { makes: [] });
	if (form) return { message, advice: form.message };
	return {
		message,
		advice: developer
			? `No application here has the client id ${quote(clientId)}. Look it up on the Credentials page of yours.`
			: 'The link belongs to no application. Ask whoever gave it to you for a new one.'
	};
}

function describeFormer(
	formerId: string,
	{ clientId, name }: RenamedApplication,
	developer: boolean
): string {
	return developer
		? `${quote(formerId)} was the client id of “${name}” until it was changed; the application’s client id is ${clientId} now. Write that one.`
		: `The client id ${quote(formerId)} was replaced by another. Ask whoever gave you the link for a new one.`;
}
