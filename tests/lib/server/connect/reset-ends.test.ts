import { resetRehearsal } from '#lib/server/fleet/clock.ts';
import { countResetEnds } from '#lib/server/connect/reset-ends.ts';
import { expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../support/codes.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const NOTHING = { sessions: 0, authorizations: 0, machineTokens: 0 };

it('a reset is told to end what it then ends', async () => {
	expect(await countResetEnds(storage.context)).toEqual(NOTHING);
	const { clientId } = await createConnectedClient(storage.context);
	await giveCodes(storage.context, clientId, 3);
	expect(await countResetEnds(storage.context)).toEqual({ ...NOTHING, authorizations: 3 });
	await resetRehearsal(storage.context);
	expect(await countResetEnds(storage.context)).toEqual(NOTHING);
});
