import { createRoute } from '@hono/zod-openapi';
import {
  profileChangeSchema,
  sessionSchema,
  signInLinkOwnerSchema,
  signInLinkRequestSchema,
  signInSchema,
  signInTokenSchema,
} from '../../../shared/protocol/api.ts';
import { changeProfile } from '../../services/changeProfile.ts';
import { mailSignInLink } from '../../services/mailSignInLink.ts';
import { sessionFor } from '../../services/sessionFor.ts';
import { signIn } from '../../services/signIn.ts';
import { signInByLink, whoseLink } from '../../services/signInByLink.ts';
import { apiRouter, jsonAnswer, jsonBody, problems, tokenParam } from '../apiRouter.ts';
import { endSession, requireSession, startSession } from '../session.ts';

const session = jsonAnswer(sessionSchema, 'Who is signed in');
const nothing = { description: 'Done' } as const;

const current = createRoute({ method: 'get', path: '/session', responses: { 200: session, ...problems } });
const byPassword = createRoute({
  method: 'post',
  path: '/session',
  description: 'Signs in by password and sets the session cookie.',
  request: jsonBody(signInSchema),
  responses: { 200: session, ...problems },
});
const change = createRoute({
  method: 'patch',
  path: '/session',
  description: 'Changes the own profile.',
  request: jsonBody(profileChangeSchema),
  responses: { 200: session, ...problems },
});
const signOut = createRoute({ method: 'delete', path: '/session', responses: { 204: nothing, ...problems } });
const byLink = createRoute({
  method: 'post',
  path: '/session/link',
  description: "Signs in by a one-time link's token and uses it up.",
  request: jsonBody(signInTokenSchema),
  responses: { 200: session, ...problems },
});
const linkOwner = createRoute({
  method: 'get',
  path: '/session/link/{token}',
  description: 'Whom a link would sign in. Uses nothing up.',
  request: { params: tokenParam },
  responses: { 200: jsonAnswer(signInLinkOwnerSchema, 'Whom the link is for'), ...problems },
});
const requestLink = createRoute({
  method: 'post',
  path: '/sign-in-links',
  description: 'Mails a sign-in link, if the address is known. The answer does not tell.',
  request: jsonBody(signInLinkRequestSchema),
  responses: { 202: nothing, ...problems },
});

export const sessionRoutes = apiRouter()
  .openapi(current, async (c) => {
    const { person, guestOf } = requireSession(c);
    return c.json(await sessionFor(c.var.services, person, guestOf !== null), 200);
  })
  .openapi(byPassword, async (c) => {
    const person = await signIn(c.var.services, c.var.limits, c.req.valid('json'), c.var.address);
    await startSession(c, person, 'signIn.password');
    return c.json(await sessionFor(c.var.services, person), 200);
  })
  .openapi(change, async (c) => {
    const person = await changeProfile(c.var.services, c.var.limits, requireSession(c), c.req.valid('json'));
    return c.json(await sessionFor(c.var.services, person), 200);
  })
  .openapi(signOut, async (c) => {
    if (c.var.signedIn) {
      const { person } = c.var.signedIn;
      await endSession(c, c.var.signedIn);
      await c.var.services.audit.note({ action: 'signIn.out', actor: person, subjectId: person.id });
    }
    c.header('Set-Cookie', c.var.services.sessions.emptyCookie());
    return c.body(null, 204);
  })
  .openapi(byLink, async (c) => {
    const person = await signInByLink(c.var.services, c.req.valid('json').token);
    await startSession(c, person, 'signIn.link');
    return c.json(await sessionFor(c.var.services, person), 200);
  })
  .openapi(linkOwner, async (c) => {
    const name = await whoseLink(c.var.services, c.req.valid('param').token);
    return c.json(name === undefined ? {} : { name }, 200);
  })
  .openapi(requestLink, (c) => {
    mailSignInLink(c.var.services, c.var.limits, c.req.valid('json').email, c.var.address);
    return c.body(null, 202);
  });
