import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import { readBand } from '../time-band.ts';
import { readLastApplication } from './last-application.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => {
	const { depends, locals } = event;
	depends('valetkey:applications');
	const { kind } = locals.context.settings.mail;
	const [applications, band, last] = await Promise.all([
		listApplicationNames(locals.context),
		readBand(locals.context),
		readLastApplication(event)
	]);
	const mail = { toOwners: kind !== 'off', kept: kind === 'outbox' };
	return { applications, band, last, mail };
};
