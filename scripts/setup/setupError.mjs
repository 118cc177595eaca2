/** Something that a person has to put right; its message is a sentence that says how. */
export class SetupError extends Error {}
