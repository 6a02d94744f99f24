import { MAKES } from '#lib/access/catalog/makes.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import { rewriteLink } from '#lib/access/pasted/rewrite-link.ts';
import { describe, expect, it } from 'vitest';
import { CLIENT_ID, CONTEXT, VEHICLE_ID } from './context.ts';

const LIVE = 'https://connect.smartcar.com/oauth/authorize';
const START = `${LIVE}?response_type=code&client_id=${CLIENT_ID}`;

const rewrite = (link: string, context: Parameters<typeof rewriteLink>[2] = CONTEXT) => {
	const { link: written, changed } = rewriteLink(link, parseConnectUrl(link), context);
	return [written, changed];
};

describe('a link is written anew', () => {
	it.each([
		[`${START}&scope=read_vin`, `${START}&scope=read_vin`, false],
		[`${START}&scope=read_vin+read_fuel`, `${START}&scope=read_vin%20read_fuel`, false],
		[`${START}&scope=READ_VIN`, `${START}&scope=read_vin`, true],
		[`${START}&scope=read_vin+read_vin`, `${START}&scope=read_vin`, true],
		[`${START}&state=`, START, true],
		[`${START}&state=a&state=a`, `${START}&state=a`, false],
		[`${START}&state=a&state=b`, `${START}&state=a`, true],
		[`${START}&State=a`, `${START}&state=a`, true],
		[`${START}&State=a&state=b`, `${START}&state=b`, true],
		[`${START}&mock=true`, `${START}&mode=simulated`, true],
		[`${START}&mode=test`, `${START}&mode=simulated`, true],
		[`${START}&mode=LIVE`, `${START}&mode=live`, true],
		[`${START}&mode=%20live`, `${START}&mode=live`, true],
		[`${START}&mode=other`, `${START}&mode=other`, false],
		[`${START}&approval_prompt=Force`, `${START}&approval_prompt=force`, true],
		[`${START}&single_select=TRUE`, `${START}&single_select=true`, true],
		[`${START}&make=tesla`, `${START}&make=TESLA`, true],
		[`${START}&make=tessla`, `${START}&make=tessla`, false],
		[`${START}&single_select_vin=a`, `${START}&single_select_vin=a&single_select=true`, true],
		[
			`${START}&single_select=false&single_select_vin=a`,
			`${START}&single_select=true&single_select_vin=a`,
			true
		],
		[
			`${START}&single_select=true&single_select_vin=a`,
			`${START}&single_select=true&single_select_vin=a`,
			false
		],
		[`${START}&colour=red`, `${START}&colour=red`, false],
		[`${START}&client_secret=a`, START, true],
		[`${START}&state={state}`, `${START}&state={state}`, false],
		[`${START}&scope={scope}`, `${START}&scope={scope}`, false],
		[`${LIVE}?response_type=code&client_id={client_id}`, START, true],
		[`${LIVE}?response_type=code&client_id=+${CLIENT_ID}`, START, true],
		[`${LIVE}?client_id=${CLIENT_ID}`, START, true],
		[`${LIVE}?client_id=${CLIENT_ID}&response_type=none`, START.replace('=code', '=none'), false],
		[
			`https://auth.smartcar.com/oauth/authorize?response_type=code&client_id=${CLIENT_ID}`,
			START,
			true
		],
		[
			`http://smartcar.com:80/oauth/authorize?response_type=code&client_id=${CLIENT_ID}`,
			START,
			true
		],
		[
			START.replace('connect.smartcar.com', 'a.example'),
			START.replace('connect.smartcar.com', 'a.example'),
			false
		],
		[START.replace('connect.', 'a-smartcar.com.'), START, true],
		[START.replace('https://connect.smartcar.com', ''), START, false],
		[START.replace('/oauth/authorize', '/other'), START, true],
		[
			`https://connect.smartcar.com/oauth/reauthenticate?vehicle_id=${VEHICLE_ID}`,
			`https://connect.smartcar.com/oauth/reauthenticate?response_type=vehicle_id&vehicle_id=${VEHICLE_ID}`,
			true
		]
	])('%s', (link, written, changed) => {
		expect(rewrite(link)).toEqual([written, changed]);
	});

	it('for an origin of ours, and for any application, as it is', () => {
		const origins = ['https://own.smartcar.com'];
		const own = START.replace('https://connect.smartcar.com', 'https://own.smartcar.com');
		expect(rewrite(own, { makes: MAKES, origins })).toEqual([own, false]);
		const open = `${LIVE}?response_type=code&client_id={id}`;
		expect(rewrite(open, { makes: MAKES })).toEqual([open, false]);
	});
});
