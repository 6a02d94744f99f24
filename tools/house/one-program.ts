// Imported before the parser of components, this has it hand them to the compiler at once. Otherwise
// each is a change of the program, after which the compiler works out the types of all else anew.
process.env.SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK ??= '1';
