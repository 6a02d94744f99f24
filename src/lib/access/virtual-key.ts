/** Where Tesla owners add the key that commands need. */
export const TESLA_VIRTUAL_KEY = 'https://www.tesla.com/_ak/smartcar.com';
