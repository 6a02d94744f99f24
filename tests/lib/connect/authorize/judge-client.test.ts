import { judgeClient, type FoundClient } from '#lib/connect/authorize/judge-client.ts';
import { readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import { describe, expect, it } from 'vitest';
import { said } from '../../../support/worded.ts';

const KNOWN = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const UNKNOWN = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const application = { clientId: KNOWN };
const NOBODY = { application: null, renamed: null };

const judge = (
	search: string,
	found: FoundClient<typeof application> = NOBODY,
	developer = true
) => {
	const query = readConnectQuery('authorize', `?response_type=code&${search}`);
	return said(judgeClient(query, found, developer));
};
const found = { application, renamed: null };

describe('judgeClient', () => {
	it.each([
		`client_id=${KNOWN}`,
		`application_id=${KNOWN}`,
		`client_id=${KNOWN}&application_id=${KNOWN}`,
		// What is wrong with other parameters is left to whoever looks at those.
		`client_id=${KNOWN}&mode=live&mode=simulated&state=100%`
	])('lets “%s” pass', (search) => {
		expect(judge(search, found)).toBe(application);
	});

	const MISSING =
		'The link has to name its application: add client_id with the application’s client id.';
	it.each([
		['', '400: Missing required parameter: "client_id"', MISSING],
		['client_id=', '400: Missing required parameter: "client_id"', MISSING],
		['application_id=', '400: Missing required parameter: "application_id"', MISSING],
		[
			'client_id=client_01H',
			'400: Invalid parameter client_id: client_01H.',
			'“client_01H” is the id of machine credentials; write the application’s own id, a UUID like 8229df9f-91a0-4ff0-a1ae-a1f38ee24d07.'
		],
		[
			'application_id=nonsense',
			'400: Invalid parameter application_id: nonsense.',
			'“nonsense” is no UUID; write an id like 8229df9f-91a0-4ff0-a1ae-a1f38ee24d07.'
		],
		[
			`client_id=${UNKNOWN}`,
			`400: Invalid parameter client_id: ${UNKNOWN}.`,
			`No application here has the client id “${UNKNOWN}”. Look it up on the Credentials page of yours.`
		],
		[
			`client_id=${UNKNOWN}&mode=live&mode=simulated&state=100%`,
			`400: Invalid parameter client_id: ${UNKNOWN}.`,
			`No application here has the client id “${UNKNOWN}”. Look it up on the Credentials page of yours.`
		]
	])('refuses %j', (search, message, advice) => {
		expect(judge(search)).toEqual({ message, advice });
	});

	it.each([
		`client_id=${KNOWN}&client_id=${UNKNOWN}`,
		`client_id=${UNKNOWN}&client_id=${KNOWN}`,
		`client_id=${KNOWN}&application_id=${UNKNOWN}`
	])('refuses two ids that differ, whichever is known: %s', (search) => {
		expect(judge(search, found)).toMatchObject({
			message: expect.stringMatching(/^400: Invalid parameter client_id: /),
			advice: expect.stringMatching(/^It stands twice, as .+; write it once\.$/)
		});
	});

	it.each([
		[
			true,
			`“${UNKNOWN}” was the client id of “Fleet” until it was changed; the application’s client id is ${KNOWN} now. Write that one.`
		],
		[
			false,
			`The client id “${UNKNOWN}” was replaced by another. Ask whoever gave you the link for a new one.`
		]
	])('tells of what came after a former id, to the developer alone: %s', (developer, advice) => {
		const renamed = { clientId: KNOWN, name: 'Fleet' };
		expect(judge(`client_id=${UNKNOWN}`, { application: null, renamed }, developer)).toEqual({
			message: `400: Invalid parameter client_id: ${UNKNOWN}.`,
			advice
		});
	});

	it('cuts what it repeats, and helps only the developer to look it up', () => {
		expect(judge(`client_id=${'x'.repeat(500)}`)).toMatchObject({
			message: `400: Invalid parameter client_id: ${'x'.repeat(100)}.`
		});
		expect(judge(`client_id=${UNKNOWN}`, NOBODY, false)).toMatchObject({
			advice: 'The link belongs to no application. Ask whoever gave it to you for a new one.'
		});
	});
});
