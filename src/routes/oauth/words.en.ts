import type { TestLoginResult } from '#lib/connect/test-logins.ts';

export const titleOf = (status: number) => `${status} · Connect · Sandbox`;
export const openRedirectUris = 'Open the redirect URIs';
export const openApplication = 'Open the application in the dashboard';
export const openDashboard = 'Open the dashboard';
export const forDeveloper = 'For the developer of the app';
export const sent = 'Sent';
export const nothing = 'nothing';
export const nearest = 'Nearest registered one';
export const others = 'Also registered';
export const registered = 'Registered';
export const byDefault = 'default';
export const none = 'none';
export const tooManyLinks = (most: number, seconds: number) =>
	`More than ${most} Connect links in a minute; try again in ${seconds} s.`;

/** What comes of a test login. */
export function testLogin(result: TestLoginResult): string {
	switch (result.kind) {
		case 'one-vehicle':
			return 'One vehicle, an Audi';
		case 'vehicles':
			return `Five vehicles; any number up to ${result.most}`;
		case 'ends':
			return `Ends with ${result.error}`;
		case 'vehicle-by-vin':
			return 'The vehicle with this VIN, able to do what the word behind @ says: compatible, bev, phev, fuel or incompatible';
		case 'calls-fail':
			return 'Connects; then every call fails with this error';
	}
}
