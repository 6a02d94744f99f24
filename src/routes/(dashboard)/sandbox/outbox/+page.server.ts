import { listOutbox } from '#lib/server/mail/mails.ts';
import type { PageServerLoad } from './$types.js';
import { requireOutbox } from './require-outbox.ts';

export const load: PageServerLoad = async (event) => ({
	mails: await listOutbox(requireOutbox(event))
});
