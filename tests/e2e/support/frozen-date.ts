// Loaded into a server before anything else: there it is always the time that FROZEN_AT says.
const at = Date.parse(process.env.FROZEN_AT ?? '');
const Running = Date;

globalThis.Date = new Proxy(Running, {
	construct: (_date, given) => Reflect.construct(Running, given.length > 0 ? given : [at]),
	get: (_date, name) => (name === 'now' ? () => at : Reflect.get(Running, name))
});
