/** Names that may hold a comma or an “and” of their own, for one line; no dot begins a line. */
export const parted = (names: readonly string[]): string => names.join('\u00a0· ');
