import { counted } from '#lib/access/language/english.ts';

export const offline =
	'You are offline. Changes stay in this window and are saved when the connection is back.';
export const tryAgain = 'Try again';
export const sandboxTime = (date: string) => `Sandbox time: ${date}`;
export const standsStill = 'standing still';
export const ahead = (span: string) => `${span} ahead`;
export const behind = (span: string) => `${span} behind`;
export const utc = (time: string) => `${time} UTC`;
export const days = (count: number) => counted(count, { one: 'day', other: 'days' });
export const hours = (count: number) => counted(count, { one: 'hour', other: 'hours' });
export const minutes = (count: number) => counted(count, { one: 'minute', other: 'minutes' });
export const seconds = (count: number) => counted(count, { one: 'second', other: 'seconds' });
