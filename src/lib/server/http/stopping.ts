/** Event of the process, before the server waits for what it answers. */
export const STOPPING = 'valetkey:stopping';
