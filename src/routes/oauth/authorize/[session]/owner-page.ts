import type { ConnectSession } from '#lib/connect/journey/session.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import { tellShown, type Shown } from '#lib/server/http/shown.ts';
import { readDay } from '../../../time-band.ts';
import { frameOf, type Frame, type ScreenEvent } from './frame.ts';
import { oncePerRequest } from '#lib/server/http/once-per-request.ts';
import { requireScreen } from './screen.ts';
import { screenPath } from './traveller.ts';

/**
 * The load of a screen, from what its session and frame tell. Owners of one application are mostly
 * shown the same, so that it is rendered once: what a screen shows is all that it may depend on.
 */
export function ownerPage<Data extends object>(
	screen: Screen,
	read: (event: ScreenEvent, session: ConnectSession, frame: Frame) => Data | Promise<Data>,
	/** Parts what is the same for many owners from what each has for themselves. */
	part: (data: Data) => Shown = (data) => ({ what: data, changing: [] })
): (event: ScreenEvent) => Promise<Data> {
	const load = oncePerRequest(async (event: ScreenEvent) => {
		const session = await requireScreen(event, screen);
		return read(event, session, await frameOf(event));
	});
	tellShown(screenPath('[session]', screen), async ({ params: { session = '' }, ...rest }) => {
		const event = { ...rest, params: { session } };
		const [page, { name, place, step, language, token, canExit }] = [
			await load(event),
			await frameOf(event)
		];
		const day = await readDay(event.locals.context);
		const { what, changing } = part(page);
		// Forms lead to the address as it was asked for, which may write the session another way.
		const path = event.url.pathname.replaceAll(session, '');
		return {
			what: { path, day, name, place, step, language, canExit, page: what },
			changing: [token, session, ...changing]
		};
	});
	return load;
}
