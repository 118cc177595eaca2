/** The same keys with other words: what a translation of a namespace must hold. */
export type Texts<Reference> = {
  readonly [Key in keyof Reference]: Reference[Key] extends string ? string : Texts<Reference[Key]>;
};

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
