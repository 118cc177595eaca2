import { account } from './nl/account.ts';
import { board } from './nl/board.ts';
import { close } from './nl/close.ts';
import { common } from './nl/common.ts';
import { move } from './nl/move.ts';
import { problem } from './nl/problem.ts';
import { refusal } from './nl/refusal.ts';
import { status } from './nl/status.ts';

/** What the first screens and the board say: part of the browser's first load. */
export const nlFirst = { account, board, close, common, move, problem, refusal, status } as const;
