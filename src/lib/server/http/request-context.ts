import { contextOf, type Actor, type Context } from '../context.ts';
import type { Engine } from '../engine.ts';
import { machineTime } from '../machine-time.ts';
import type { SecretKey } from '../secret-key.ts';
import type { Settings } from '../settings.ts';
import * as words from './words.en.ts';

/** Whoever reaches the server is its operator, but where an owner signed in. */
const LOCAL_ACTOR: Actor = { kind: 'operator', id: 'local', name: words.localActor };

/** The context of one request or job, which takes the time from here and from nowhere else. */
export function requestContext(
	engine: Engine,
	settings: Settings,
	key: SecretKey,
	actor: Actor = LOCAL_ACTOR
): Context {
	return contextOf(engine, { actor, machineNow: machineTime(), settings, key });
}
