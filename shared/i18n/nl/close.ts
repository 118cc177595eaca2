/** Why the live connection ended or a document was denied: `CLOSE` and `DENIED` of `shared/protocol/live.ts`. */
export const close = {
  malformed: 'De server begreep deze pagina niet. Laad de pagina opnieuw.',
  'signed-out':
    'U bent niet meer aangemeld. Meld u opnieuw aan; uw niet-opgeslagen wijzigingen blijven op dit apparaat.',
  'no-access': 'U hebt geen toegang (meer) tot dit bord. Vraag het de begeleider.',
  'too-large': 'Uw laatste wijziging is te groot om te bewaren. Maak de tekst korter.',
  'too-many': 'Er kwamen te veel wijzigingen tegelijk. Over een minuut gaat het vanzelf verder.',
  restarting: 'De server start opnieuw. U kunt doorwerken; het bord verbindt vanzelf weer.',
  'store-unavailable': 'De server kan nu niets bewaren. U kunt doorwerken; zodra het kan, wordt alles opgeslagen.',
  'older-generation': 'Dit bord is intussen teruggezet. Laad de pagina opnieuw; wat niet was opgeslagen, staat apart.',
  'newer-server': 'Er is een nieuwe versie van Opbrengstenbord. Laad de pagina opnieuw; er gaat niets verloren.',
  'older-server': 'Dit bord is bewerkt met een nieuwere versie van Opbrengstenbord. Vraag het de beheerder.',
  'too-many-documents':
    'Dit bord heeft meer organisaties dan er in één keer geopend kunnen worden. Vraag het de beheerder.',
} as const;
