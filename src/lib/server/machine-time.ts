/**
 * Milliseconds since 1970, by the clock of the machine. Nothing else asks it: a context is told, and
 * hands on what it was told.
 */
export const machineTime = () => Date.now();

/** A moment as part of a file's name. */
export const timeInFileName = () => new Date(machineTime()).toISOString().replaceAll(':', '-');

/** The day of a moment, as `2026-11-23`; of UTC. */
export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
