/** Who may do what on one board beside its mode, as its facilitators chose (`docs/board-spec.md`, N1 to N4). */
export interface BoardSettings {
  /** `facilitators`: the frame is read only for members, also in mode open. */
  readonly changeOutcomes: (typeof CHANGE_OUTCOMES_BY)[number];
  /** Who may put cards and outcomes in the trash. */
  readonly archive: (typeof ARCHIVE_BY)[number];
  /** `contacts`: contacts too, for their own organisation. */
  readonly invite: (typeof INVITE_BY)[number];
}

export const CHANGE_OUTCOMES_BY = ['members', 'facilitators'] as const;
export const ARCHIVE_BY = ['members', 'facilitators'] as const;
export const INVITE_BY = ['contacts', 'facilitators'] as const;

/** Of a board of which nobody chose anything. */
export const DEFAULT_SETTINGS: BoardSettings = { changeOutcomes: 'members', archive: 'members', invite: 'contacts' };
