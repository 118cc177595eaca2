import { createRoute } from '@hono/zod-openapi';
import {
  boardChangeSchema,
  boardCopySchema,
  boardCreateSchema,
  boardDetailSchema,
  boardListSchema,
} from '../../../shared/protocol/api.ts';
import { boardDetail } from '../../services/boardDetail.ts';
import { changeBoard } from '../../services/changeBoard.ts';
import { copyBoard } from '../../services/copyBoard.ts';
import { createBoard } from '../../services/createBoard.ts';
import { listBoards } from '../../services/listBoards.ts';
import { apiRouter, boardIdParam, jsonAnswer, jsonBody, problems } from '../apiRouter.ts';
import { requirePerson } from '../session.ts';

const detail = jsonAnswer(boardDetailSchema, 'The board as the caller sees it');

const list = createRoute({
  method: 'get',
  path: '/boards',
  responses: { 200: jsonAnswer(boardListSchema, 'The boards that the caller is on'), ...problems },
});
const create = createRoute({
  method: 'post',
  path: '/boards',
  request: jsonBody(boardCreateSchema),
  responses: { 201: detail, ...problems },
});
const get = createRoute({
  method: 'get',
  path: '/boards/{boardId}',
  request: { params: boardIdParam },
  responses: { 200: detail, ...problems },
});
const change = createRoute({
  method: 'patch',
  path: '/boards/{boardId}',
  description: 'Renames it, sets its mode, closes or reopens it. Facilitators only.',
  request: { params: boardIdParam, ...jsonBody(boardChangeSchema) },
  responses: { 200: detail, ...problems },
});
const copy = createRoute({
  method: 'post',
  path: '/boards/{boardId}/copy',
  request: { params: boardIdParam, ...jsonBody(boardCopySchema) },
  responses: { 201: detail, ...problems },
});

export const boardRoutes = apiRouter()
  .openapi(list, async (c) => c.json({ boards: await listBoards(c.var.services, requirePerson(c)) }, 200))
  .openapi(create, async (c) => {
    const person = requirePerson(c);
    const { title, template, years } = c.req.valid('json');
    c.var.limits.boardsByPerson.take(person.id);
    const id = await createBoard(c.var.services, person, { title, template, years });
    return c.json(await boardDetail(c.var.services, person, id), 201);
  })
  .openapi(get, async (c) =>
    c.json(await boardDetail(c.var.services, requirePerson(c), c.req.valid('param').boardId), 200),
  )
  .openapi(change, async (c) => {
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    await changeBoard(c.var.services, person, boardId, c.req.valid('json'));
    return c.json(await boardDetail(c.var.services, person, boardId), 200);
  })
  .openapi(copy, async (c) => {
    const person = requirePerson(c);
    c.var.limits.boardsByPerson.take(person.id);
    const id = await copyBoard(c.var.services, person, c.req.valid('param').boardId, c.req.valid('json').title);
    return c.json(await boardDetail(c.var.services, person, id), 201);
  });
