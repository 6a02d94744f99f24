/** What the framework and its adapter build of `src`; tools/vite/bundle-server.ts finds it. */
declare module 'virtual:handler' {
	export const handler: (
		request: import('node:http').IncomingMessage,
		response: import('node:http').ServerResponse,
		next: () => void
	) => void;
	export const programs: import('../src/lib/server/programs/listener.ts').ProgramsListener;
}
