import { Hono } from 'hono';
import { boardForProgram } from '../../services/boardForProgram.ts';
import type { Env } from '../requestContext.ts';

/** Beside the sockets at `/yjs`: what a program asks before it connects, by the token with which it does so. */
export const programRoutes = new Hono<Env>().get('/yjs/board/:boardId', async (c) => {
  const board = await boardForProgram(c.var.services, c.req.query('token') ?? '', c.req.param('boardId'));
  return c.json(board, 200, { 'Cache-Control': 'no-store' });
});
