// @ts-check
/** One line for whoever starts the project. */
export class Fault extends Error {}
