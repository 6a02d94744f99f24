/** Where the platform explains the errors of its APIs. */
export const ERROR_PAGES = 'https://smartcar.com/docs/errors/api-errors';
