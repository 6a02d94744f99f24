export const reachable = (name: string, value: string) =>
	`${name} is ${JSON.stringify(value)}, which others can reach, and Valetkey has no sign-in yet: whoever reaches it may read and change everything. Put something in front of it that asks who comes (docs/deploy.md) and say so with ALLOW_PUBLIC=1, or stay on 127.0.0.1.`;

export const keyUnusable = (file: string, done: 'read' | 'made', code: string) =>
	`${file} cannot be ${done} (${code}); let this user do that, or set SECRET_KEY to what "openssl rand -base64 32" prints.`;

/** Behind what is said of a key that is not there. */
export const keyLost =
	'If it is lost, stop all servers and run npm run new-key, which begins with another one and says what that costs.';
