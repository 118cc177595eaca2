import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  adminInvitationListSchema,
  adminOrganisationListSchema,
  adminOrganisationMadeSchema,
  adminOrganisationNameSchema,
  adminOverviewSchema,
  adminPeopleQuerySchema,
  adminPeopleSchema,
  adminSignInLinkSchema,
} from '../../../shared/protocol/admin.ts';
import { idSchema } from '../../../shared/protocol/api.ts';
import { auditPageSchema, auditQuerySchema } from '../../../shared/protocol/audit.ts';
import { adminInvitations } from '../../services/admin/adminInvitations.ts';
import { adminOrganisations } from '../../services/admin/adminOrganisations.ts';
import { adminPeople } from '../../services/admin/adminPeople.ts';
import { freshSignInLink } from '../../services/admin/freshSignInLink.ts';
import { installationCounts } from '../../services/admin/installationCounts.ts';
import { renameOrganisation } from '../../services/admin/renameOrganisation.ts';
import { signOutEverywhere } from '../../services/admin/signOutEverywhere.ts';
import { auditPage } from '../../services/audit/auditPage.ts';
import { createOrganisation } from '../../services/createOrganisation.ts';
import type { Person } from '../../services/person.ts';
import { Problem } from '../../services/problem.ts';
import { apiRouter, jsonAnswer, jsonBody, problems } from '../apiRouter.ts';
import { healthOf, type Installation } from '../installation.ts';
import type { Env } from '../requestContext.ts';
import { requirePerson } from '../session.ts';

const nothing = { description: 'Done' } as const;
const organisationParam = z.object({ organisationId: idSchema });
const personParam = z.object({ userId: idSchema });

const overview = createRoute({
  method: 'get',
  path: '/admin/overview',
  description:
    'How much there is, what the store weighs, and how the process does. The administrator only, as all here.',
  responses: { 200: jsonAnswer(adminOverviewSchema, 'Numbers'), ...problems },
});
const organisations = createRoute({
  method: 'get',
  path: '/admin/organisations',
  responses: { 200: jsonAnswer(adminOrganisationListSchema, 'Every organisation'), ...problems },
});
const makeOrganisation = createRoute({
  method: 'post',
  path: '/admin/organisations',
  request: jsonBody(adminOrganisationNameSchema),
  responses: { 201: jsonAnswer(adminOrganisationMadeSchema, 'Made'), ...problems },
});
const nameOrganisation = createRoute({
  method: 'patch',
  path: '/admin/organisations/{organisationId}',
  description: 'Renames it. On boards it is called as their facilitators call it.',
  request: { params: organisationParam, ...jsonBody(adminOrganisationNameSchema) },
  responses: { 204: nothing, ...problems },
});
const people = createRoute({
  method: 'get',
  path: '/admin/people',
  request: { query: adminPeopleQuerySchema },
  responses: { 200: jsonAnswer(adminPeopleSchema, 'Accounts that fit, by name'), ...problems },
});
const signOut = createRoute({
  method: 'post',
  path: '/admin/people/{userId}/sign-out',
  description: 'Ends all their sessions, and the sign-in links that lie unused.',
  request: { params: personParam },
  responses: { 204: nothing, ...problems },
});
const signInLink = createRoute({
  method: 'post',
  path: '/admin/people/{userId}/sign-in-link',
  description: 'Makes a link that signs this person in once.',
  request: { params: personParam },
  responses: { 201: jsonAnswer(adminSignInLinkSchema, 'The link; it is shown here only'), ...problems },
});
const invitations = createRoute({
  method: 'get',
  path: '/admin/invitations',
  responses: { 200: jsonAnswer(adminInvitationListSchema, 'Open invitations of all boards'), ...problems },
});
const log = createRoute({
  method: 'get',
  path: '/admin/audit',
  description: 'The log of what belongs to no board, newest first.',
  request: { query: auditQuerySchema },
  responses: { 200: jsonAnswer(auditPageSchema, 'A page of the log'), ...problems },
});

/** Who asks. Throws `notSignedIn`; `notFound` for who does not run the installation, as if nothing were here. */
function requireAdministrator(c: Context<Env>): Person {
  const person = requirePerson(c);
  if (person.administrator !== 1) throw new Problem('notFound');
  return person;
}

/** Routes of the administrator. */
export function adminRoutes(installation: Installation) {
  const router = apiRouter();
  // Before anything of the request is looked at.
  router.use('/admin/*', async (c, next) => {
    requireAdministrator(c);
    await next();
  });
  return router
    .openapi(overview, async (c) => {
      const { journalRows, auditEvents, ...counts } = await installationCounts(c.var.services);
      const storage = { ...(await installation.storage()), journalRows, auditEvents };
      const { version } = installation;
      return c.json({ version, counts, storage, health: await healthOf(installation) }, 200);
    })
    .openapi(organisations, async (c) => c.json({ organisations: await adminOrganisations(c.var.services) }, 200))
    .openapi(makeOrganisation, async (c) => {
      const { db, now } = c.var.services;
      return c.json({ id: await createOrganisation(db, c.req.valid('json').name, now(), requirePerson(c)) }, 201);
    })
    .openapi(nameOrganisation, async (c) => {
      const { organisationId } = c.req.valid('param');
      await renameOrganisation(c.var.services, requirePerson(c), organisationId, c.req.valid('json').name);
      return c.body(null, 204);
    })
    .openapi(people, async (c) => c.json(await adminPeople(c.var.services, c.req.valid('query')), 200))
    .openapi(signOut, async (c) => {
      await signOutEverywhere(c.var.services, requirePerson(c), c.req.valid('param').userId);
      return c.body(null, 204);
    })
    .openapi(signInLink, async (c) => {
      const { userId } = c.req.valid('param');
      return c.json({ url: await freshSignInLink(c.var.services, requirePerson(c), userId) }, 201);
    })
    .openapi(invitations, async (c) => c.json(await adminInvitations(c.var.services), 200))
    .openapi(log, async (c) => c.json(await auditPage(c.var.services.db, null, c.req.valid('query')), 200));
}
