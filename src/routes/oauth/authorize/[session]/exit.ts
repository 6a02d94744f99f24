import { leave } from '#lib/server/connect/journey/leave.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { follow, readStep } from './traveller.ts';

/** The owner turns back before the consent screen. */
export async function exit(event: RequestEvent<{ session: string }>): Promise<void> {
	const { traveller } = await readStep(event);
	const { context } = event.locals;
	await follow(event, await leave(context, traveller, 'user_manually_returned_to_application'));
}
