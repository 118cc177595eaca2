/** What the board says less often: the empty board, the keys, questions. */
export const boardLater = {
  nearlyFull: {
    organisation:
      'Het deel van {{name}} is bijna vol. Maak lange teksten korter. Is het deel vol, dan kan er niets meer bij.',
    frame:
      'Het bord zelf (opbrengsten, lijsten en planteksten) is bijna vol. Maak lange teksten korter. Is het vol, dan kan er niets meer bij.',
  },
  archiveOutcome: '‘{{title}}’ naar de prullenbak?',
  archiveOutcomeEmpty: 'U kunt dit later terugzetten uit de prullenbak.',
  archiveOutcomeText_one:
    'De activiteit die hier staat, blijft op het bord. Zonder andere opbrengst staat die onder ‘Nog zonder opbrengst’. Zet u de opbrengst terug, dan staat alles weer op zijn plek.',
  archiveOutcomeText_other:
    'De {{count}} activiteiten die hier staan, blijven op het bord. Zonder andere opbrengst staan ze onder ‘Nog zonder opbrengst’. Zet u de opbrengst terug, dan staat alles weer op zijn plek.',
  emptyTitle: 'Waar werkt u samen naartoe?',
  emptyText:
    'Zet eerst de maatschappelijke opbrengsten op het bord: wat moet er in de samenleving veranderen? Daarna hangen de organisaties er hun activiteiten onder.',
  emptyLabel: 'Uw opbrengsten, één per regel',
  emptyExample: 'Kinderen groeien gezond op\nInwoners voelen zich veilig',
  emptyHint: 'U kunt een lijst uit Word of een mail plakken. Nummers en opsommingstekens verdwijnen vanzelf.',
  emptyTitleReader: 'Dit bord is nog leeg',
  emptyTextReader: 'De begeleider zet hier eerst de opbrengsten neer. Zodra ze er zijn, ziet u ze vanzelf.',
  spaceKey: 'Spatie',
  keysCards: 'Vorige of volgende kaart',
  keysColumns: 'Kaart in de kolom ernaast',
  keysEnds: 'Eerste of laatste kaart',
  keysOpen: 'Kaart openen',
  keysMove: 'Verplaats naar…',
  keysLift: 'Kaart oppakken; pijlen kiezen de plek, spatie zet neer',
  keysStep: 'Kaart één plek verzetten',
  keysUndo: 'Ongedaan maken',
  keysRedo: 'Opnieuw doen',
  keysSearch: 'Zoeken',
  keysHelp: 'Deze lijst',
} as const;
