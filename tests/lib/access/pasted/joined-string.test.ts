import { describe, expect, it } from 'vitest';
import { CLIENT_ID, CONNECT, read, said, understood } from './context.ts';

const TWO = 'read_odometer read_vin';

describe('a link that code puts together keeps every parameter', () => {
	const base = `${CONNECT}?response_type=code&client_id=`;

	it.each([
		[
			'PHP',
			`$url = "${base}" . $this->clientId\n    . "&scope=" . urlencode("read_vin read_odometer") . "&state=" . $state;`
		],
		[
			'Java',
			`String url = "${base}" + config.id() + "&scope=" + URLEncoder.encode("read_vin read_odometer", "UTF-8") + "&state=" + state;`
		],
		[
			'JavaScript',
			`const url = '${base}'+process.env.ID+'&scope='+encodeURIComponent('read_vin read_odometer')+'&state='+state;`
		],
		['Swift', `let url = "${base}\\(clientId)&scope=read_vin%20read_odometer&state=\\(state)"`],
		[
			'Ruby',
			`url = "${base}#{ENV['ID']}&scope=#{SCOPE.join('%20')}&state=#{state}"\nSCOPE = %w[read_vin read_odometer]`
		],
		[
			'Go',
			`fmt.Sprintf("${base}%s&scope=%s&state={state}", id, url.QueryEscape("read_vin read_odometer"))`
		]
	])('in %s', (_, text) => {
		expect(understood(text)).toBe(TWO);
		const query = new URL(read(text).fix ?? 'none:').searchParams;
		expect(query.get('client_id')).toBe(CLIENT_ID);
		expect(query.get('scope')?.split(' ').sort().join(' ')).toBe(TWO);
		expect(query.get('state')).toMatch(/^\{\$?state\}$/);
		expect(said(text).filter((finding) => finding.startsWith('error'))).toEqual([]);
	});

	it('begins behind a name that it is glued to', () => {
		expect(understood('mock=trueoauth/authorize?scope=read_vin')).toBe('read_vin');
		expect(understood(`next=/oauth/authorize?response_type=code&scope=read_vin`)).toBe('read_vin');
	});
});
