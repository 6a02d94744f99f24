const SECRET =
	/secret|token|passw|passphrase|pwd|credential|assertion|signature|hmac|jwt|cookie|authorization|verifier|(?:api|access|auth)[-_]?key|session[-_]?(?:id|key)|private|^(?:code|pin)$|(?:^|[-_])(?:auth|pass|otp|sig|sid)$/i;

/** Names that only sound like those. */
const OPEN = /^token_?type(?:_?hint)?$|_(?:endpoint|supported|methods?)$/i;

/** Whether what is sent under a name is told to nobody. */
export function isSecretName(name: string): boolean {
	return SECRET.test(name) && !OPEN.test(name);
}
