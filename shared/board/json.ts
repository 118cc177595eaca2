/** Plain data, as it travels and is stored. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
