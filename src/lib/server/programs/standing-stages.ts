import type { Context } from '../context.ts';
import type { Stages } from './pipeline.ts';

const standing = new WeakMap<Context['storage'], Stages>();

/** Lets stages take part in what is asked from within the server, too. */
export function takePart({ storage }: Pick<Context, 'storage'>, stages: Stages): void {
	standing.set(storage, stages);
}

export function standingStages({ storage }: Pick<Context, 'storage'>): Stages {
	return standing.get(storage) ?? {};
}
