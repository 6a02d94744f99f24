import { describe } from 'vitest';
import { makes, table } from './check-table.ts';

describe('the scope', () => {
	table([
		[{ scope: 'required:read_odometer read_battery' }, []],
		[
			{ scope: '' },
			[
				'warning scope empty-scope: It is empty and counts as absent: Connect asks for the stored Vehicle Access. Leave it out, or name a permission.'
			]
		],
		[
			{ scope: 'read_odometr read_vin read_vin' },
			[
				'error scope unknown-permission: “read_odometr” is not a permission; did you mean “read_odometer”?',
				'warning scope repeated: “read_vin” stands more than once; write it once.'
			]
		],
		[
			{ scope: 'read_vin\u0000' },
			[
				'error scope control-character: “read_vin[U+0000]” holds the invisible character U+0000; remove it.'
			]
		]
	]);
});

describe('a link meant for many people', () => {
	const sameForAll =
		'same-for-all: Everybody who opens this link would be one and the same owner; leave it out here, and make one link for each owner.';
	table(
		[
			[{}, []],
			[
				{ state: 's' },
				[
					'warning state fixed-state: Everybody who opens this link sends the same value back, so anyone can slip their own vehicle into somebody else’s session (session fixation). Leave it out here, and let your app make a new one for each owner.'
				]
			],
			[{ externalId: 'x' }, [`warning external_id ${sameForAll}`]],
			[
				{ user: 'x' },
				[
					`warning user ${sameForAll}`,
					'note user not-returned: It only groups statistics and does not come back; use state or external_id to know the owner again.'
				]
			]
		],
		{ makes, forMany: true }
	);
});

describe('a link meant for one owner', () => {
	table(
		[
			[{ state: 's', externalId: 'x' }, []],
			[
				{},
				[
					'note state no-state: Without it your app cannot tell whether this owner began the request; write a value that nobody can guess.'
				]
			],
			[
				{ state: 's', externalId: 'null' },
				[
					'note external_id clears-external-id: The word null clears the id stored with the owner; leave it out to keep it.'
				]
			]
		],
		{ makes, forMany: false }
	);
});

describe('closed sets', () => {
	table([
		[{ approvalPrompt: 'auto', mode: 'live', singleSelect: 'false' }, []],
		[{ approvalPrompt: 'force', mode: 'simulated' }, []],
		[{ mode: 'test' }, ['note mode old-mode: “test” is the older name; write mode=simulated.']],
		[{ mode: 'Live' }, ['error mode unknown-value: “Live” is not accepted; write “live”.']],
		[
			{ mode: 'sandbox' },
			[
				'error mode unknown-value: “sandbox” is not accepted; write “live” or “simulated” or “test”.'
			]
		],
		[
			{ approvalPrompt: 'forced' },
			['error approval_prompt unknown-value: “forced” is not accepted; write “force”.']
		],
		[
			{ singleSelect: 'yes' },
			['error single_select unknown-value: “yes” is not accepted; write “true” or “false”.']
		],
		[
			{ singleSelect: 'true' },
			[
				'note single_select custom-plan: Only the Custom plan offers it; on other plans leave it out.'
			]
		],
		[
			{ appOrigin: 'https://example.com' },
			['note app_origin app-origin-ignored: It counts only with response_type=none; leave it out.']
		]
	]);
});
