/** Moving cards and outcomes by mouse, touch and keyboard, read out to who does not see it; and undoing. */
export const move = {
  instructions:
    'Spatie pakt de kaart op. Kies met de pijltjes een plek. Spatie of Enter zet de kaart neer, Escape annuleert. Ctrl met een pijltje verplaatst de kaart meteen.',
  carrying: 'Pijlen: verplaatsen · Spatie: neerzetten · Esc: annuleren',
  pickedUp: 'Kaart “{{title}}” opgepakt. Kies met de pijltjes een plek en druk op spatie.',
  over: '{{outcome}}, plek {{position}} van {{total}}.',
  moved: 'Kaart “{{title}}” staat nu bij {{outcome}}, plek {{position}} van {{total}}.',
  outcomeMoved: '“{{title}}” staat nu op plek {{position}} van {{total}}.',
  cancelled: 'Verplaatsen geannuleerd. De kaart staat waar hij stond.',
  unchanged: 'De kaart staat al op deze plek.',
  undone: 'Ongedaan gemaakt.',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw doen',
  redone: 'Opnieuw gedaan.',
  nothingToUndo: 'Er is niets om ongedaan te maken.',
  nothingToRedo: 'Er is niets om opnieuw te doen.',
  overtaken: 'Iemand anders heeft dit intussen gewijzigd. Ongedaan maken kan niet meer.',
} as const;
