import { z } from 'zod';
import type { Operation } from './operation.ts';
import type { AnewAnswer, RecordingAnswer } from './recording-answer.ts';

const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

const RECORDING: z.input<typeof RecordingAnswer> = {
	clientId: CLIENT_ID,
	since: '2026-11-27T12:00:00.000Z',
	selection: [
		{ code: 'charge-ischarging', required: false },
		{ code: 'closure-islocked', required: false }
	],
	scope: 'read_charge read_security',
	draftScope: 'read_charge read_location',
	needed: [
		{
			...{ code: 'charge-ischarging', uses: ['charge-ischarging'] },
			...{ calls: 198, refused: 0, listed: 0 },
			...{ inDraft: true, permissions: ['read_charge'] }
		},
		{
			...{ code: 'closure-islocked', uses: ['closure-islocked'] },
			...{ calls: 18, refused: 18, listed: 0 },
			...{ inDraft: false, permissions: ['read_security'] }
		}
	],
	usedNotAsked: [{ code: 'closure-islocked', permissions: ['read_security'] }],
	neverUsed: [{ code: 'location-preciselocation', permissions: ['read_location'] }]
};

const ANEW: z.input<typeof AnewAnswer> = {
	clientId: CLIENT_ID,
	since: '2026-11-27T12:00:00.000Z'
};

const PARAMETERS = [
	{
		name: 'clientId',
		in: 'query',
		required: true,
		description: 'Of the application',
		schema: z.string()
	}
] as const;

const NOBODY = {
	description: 'No client id was named.',
	schemas: ['ControlRefusal'],
	examples: {}
} as const;

const others = { 404: 'No application has this client id.' };

/** What scripts ask of the recorder. */
export const RECORDING_OPERATIONS: readonly Operation[] = [
	{
		path: '/sandbox/api/recording',
		method: 'get',
		id: 'readRecording',
		summary: 'What an application really asked of vehicles, beside its draft',
		description:
			'Of the calls since the recording began, up to this request where this server answered them; those that another server answers are counted within two seconds. A refused call counts, too.',
		parameters: PARAMETERS,
		request: null,
		answer: {
			description: 'The smallest selection that covers them, and how the draft differs.',
			schemas: ['RecordingAnswer'],
			examples: { one: RECORDING }
		},
		refusal: NOBODY,
		others
	},
	{
		path: '/sandbox/api/recording',
		method: 'delete',
		id: 'beginRecordingAnew',
		summary: 'Forgets what was counted, so that the next calls tell alone',
		description: 'As “Begin anew” of the page.',
		parameters: PARAMETERS,
		request: null,
		answer: {
			description: 'It is empty.',
			schemas: ['AnewAnswer'],
			examples: { anew: ANEW }
		},
		refusal: NOBODY,
		others
	}
];
