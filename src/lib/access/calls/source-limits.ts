/** How much source code is read, apart so that who only names it loads nothing else. */
export const SOURCE_LIMITS = {
	/** Characters of one file, and of all. */
	file: 512 * 1024,
	all: 4 * 1024 * 1024,
	files: 500,
	/** Places that are told. */
	places: 5000
} as const;
