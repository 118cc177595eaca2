import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { FRAME, party } from '../../../shared/board/documentRef.ts';
import { boardReader } from '../../../shared/doc/boardReader.ts';
import { encodeBoard } from '../../../shared/doc/encodeBoard.ts';
import { TEMPLATE_NAMES } from '../../../shared/exchange/templateInfo.ts';
import { boardFromTemplate } from '../../../shared/exchange/templates.ts';

describe('a board from a template, written to its documents and read again', () => {
  it.each(TEMPLATE_NAMES)('%s is the same board, with all that is kept aside', async (name) => {
    const board = await boardFromTemplate(name, { organisation: { id: 'org1', name: 'Gemeente Zwolle' } });
    const reader = boardReader();
    for (const [key, update] of encodeBoard(board)) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, update);
      const [kind, organisationId] = key.split('/');
      reader.attach(kind === 'party' && organisationId ? party(organisationId) : FRAME, doc);
    }
    expect(reader.board()).toEqual(board);
  });
});
