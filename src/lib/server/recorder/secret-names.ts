const SECRET =
	/secret|token|passw|passphrase|credential|assertion|signature|cookie|authorization|verifier|api[-_]?key|private|^(?:code|pin)$/i;

/** Names that only sound like those. */
const OPEN = /^token_?type(?:_?hint)?$|_(?:endpoint|supported|methods?)$/i;

/** Whether what is sent under a name is told to nobody. */
export function isSecretName(name: string): boolean {
	return SECRET.test(name) && !OPEN.test(name);
}
