/** Every parameter that Connect adds to a redirect URI when the owner comes back. */
export const ANSWER_NAMES = [
	'code',
	'state',
	'error',
	'error_description',
	'error_message',
	'status_code',
	'iss',
	'user_id',
	'external_id',
	'vehicle_id',
	'virtual_key_url',
	'vin',
	'make',
	'model',
	'year'
] as const;

/** What an answer says under its names; null is left out. */
export type ConnectAnswer = Readonly<Partial<Record<(typeof ANSWER_NAMES)[number], string | null>>>;
