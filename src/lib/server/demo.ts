import { normalizeSelection } from '#lib/access/selection.ts';
import { eq } from 'drizzle-orm';
import { insertApplication } from './applications.ts';
import { sampleUriAt } from './built-in-redirect-uris.ts';
import { clock } from './clock.ts';
import { read, write } from './db/connection.ts';
import type { Db } from './db/open.ts';
import { milestones } from './db/schema.ts';
import { insertRedirectUri } from './redirect-uris.ts';

const CREATED = 'demo-created';

const DEMO_NAME = 'Charge Planner';
const DEMO_SELECTION = normalizeSelection([
	{ code: 'tractionbattery-stateofcharge', required: true },
	{ code: 'tractionbattery-range', required: false },
	{ code: 'charge-ischarging', required: false },
	{ code: 'odometer-traveleddistance', required: false }
]);

/** Creates the demo application on the very first start; once deleted it stays away. */
export async function createDemoOnce(origin: string): Promise<void> {
	// Asked before: a start has no need to wait for another program's lock.
	if (await read(isCreated)) return;
	await write((db) => {
		if (isCreated(db)) return;
		const clientId = insertApplication(db, DEMO_NAME, 'live', DEMO_SELECTION);
		insertRedirectUri(db, clientId, { uri: sampleUriAt(origin), isBuiltIn: true });
		db.insert(milestones).values({ name: CREATED, reachedAt: clock.now() }).run();
	});
}

function isCreated(db: Db): boolean {
	return db.select().from(milestones).where(eq(milestones.name, CREATED)).all().length > 0;
}
