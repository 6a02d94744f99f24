import { listOutbox } from '#lib/server/mail/mails.ts';
import { json } from '@sveltejs/kit';
import { requireOutbox } from '../../(dashboard)/sandbox/outbox/require-outbox.ts';
import type { RequestHandler } from './$types.js';

/** The outbox for scripts, the newest mail first. */
export const GET: RequestHandler = async (event) => json(await listOutbox(requireOutbox(event)));
