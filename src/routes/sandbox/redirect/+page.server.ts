import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ url, locals }) => {
	const value = (name: string) => url.searchParams.get(name);
	return {
		targetOrigin: originIn(value('app_origin')) ?? locals.context.settings.origin,
		message: {
			code: value('code'),
			error: value('error'),
			errorDescription: value('error_description'),
			state: value('state'),
			vin: value('vin'),
			make: value('make'),
			model: value('model'),
			year: value('year'),
			virtualKeyUrl: value('virtual_key_url'),
			userId: value('user_id'),
			...(url.searchParams.has('external_id') ? { externalId: value('external_id') } : {})
		}
	};
};

/**
 * The origin that the redirect URI names. The application registered it, since redirect URIs are
 * compared as a whole; anything else than an origin would stop the message.
 */
function originIn(text: string | null): string | null {
	const url = URL.parse(text ?? '');
	return url !== null && url.origin === text ? text : null;
}
