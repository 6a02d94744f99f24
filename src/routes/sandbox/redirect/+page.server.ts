import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ url, locals }) => {
	const value = (name: string) => url.searchParams.get(name);
	return {
		/** A redirect URI is compared as a whole, so that the application registered this origin. */
		targetOrigin: value('app_origin') ?? locals.settings.origin,
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
