import { createServer } from 'node:http';
import { TEMPLATE_NAMES } from '../../../shared/exchange/templateInfo.ts';
import { boardCreateSchema } from '../../../shared/protocol/api.ts';
import { createBoard } from '../../services/createBoard.ts';
import { CliError } from '../cliError.ts';
import type { CliCommand } from '../commandContext.ts';
import { personOf, required } from '../options.ts';

export const boardCreate: CliCommand = {
  options: {
    title: { type: 'string' },
    template: { type: 'string' },
    facilitator: { type: 'string' },
    years: { type: 'string' },
  },
  usage: `board create --title TITEL --template ${TEMPLATE_NAMES.join('|')} --facilitator ADRES [--years 2026,2027]`,
  run: async ({ settings, logger, publicUrl }, input) => {
    const { years } = input.options;
    const wanted = boardCreateSchema.safeParse({
      title: required(input, 'title'),
      template: required(input, 'template'),
      ...(typeof years === 'string' ? { years: years.split(',').map(Number) } : {}),
    });
    if (!wanted.success) throw new CliError(`De optie --${String(wanted.error.issues[0]?.path[0])} klopt niet.`);
    // Loaded here: the other commands need no live documents, and start faster without.
    const { openBackend } = await import('../../build.ts');
    // Not listening: it writes the board's documents as the server does, and reaches nobody.
    const backend = await openBackend(settings, logger, createServer(), publicUrl);
    try {
      const facilitator = await personOf(backend.services.db, required(input, 'facilitator'));
      return { id: await createBoard(backend.services, facilitator, wanted.data) };
    } finally {
      await backend.close();
    }
  },
};
