import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { isForPrograms } from '../../src/lib/server/programs/place.ts';

/** Has what programs ask for answered beside the framework in development too. */
export function programsInDevelopment(): Plugin {
	return {
		name: 'valetkey:programs',
		apply: 'serve',
		configureServer(server) {
			server.middlewares.use((request, response, next) => {
				if (!isForPrograms(request.url ?? '')) return next();
				server.ssrLoadModule('/src/hooks.server.ts').then((hooks) => {
					if (!answer(hooks.programs, request, response)) next();
				}, next);
			});
		}
	};
}

function answer(listener: unknown, request: IncomingMessage, response: ServerResponse): boolean {
	if (typeof listener !== 'function')
		throw new TypeError('src/hooks.server.ts answers no programs');
	return Boolean(Reflect.apply(listener, undefined, [request, response]));
}
