import { z } from 'zod';

/** A field of text; empty when it is missing or holds a file. */
export const text = z.string().catch('');

/** Every field of one name, for boxes that are ticked. */
export const texts = z.array(text);

/** A box; a browser sends `on` for one that is ticked, and nothing for another. */
export const ticked = text.transform((value) => value === 'on');

/** A number as we write it: of a version, of a draft's revision; null where none stands. */
export const wholeNumber = z
	.string()
	.regex(/^[1-9]\d{0,14}$/)
	.transform(Number)
	.nullable()
	.catch(null);

/** The number of a row. Where none stands it is 0, which no row has: what it names is gone. */
export const rowId = wholeNumber.transform((number) => number ?? 0);

/** A file that was chosen; null without one. */
export const upload = z
	.instanceof(File)
	.nullable()
	.catch(null)
	.transform((file) => (file && file.size > 0 ? file : null));
