import { INVOLVEMENT_ROLES } from '../../shared/board/board.ts';
import { addActivity } from '../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../shared/commands/addOutcomes.ts';
import { archiveActivity, restoreActivity } from '../../shared/commands/archiveActivity.ts';
import { archiveOutcome, restoreOutcome } from '../../shared/commands/archiveOutcome.ts';
import type { CommandContext, CommandResult } from '../../shared/commands/command.ts';
import { editActivity } from '../../shared/commands/editActivity.ts';
import { addListEntry, editListEntry } from '../../shared/commands/editList.ts';
import { addOrganisation, editOrganisation } from '../../shared/commands/editOrganisation.ts';
import { editOutcome } from '../../shared/commands/editOutcome.ts';
import { setYears } from '../../shared/commands/editPlan.ts';
import { involveOrganisation } from '../../shared/commands/involveOrganisation.ts';
import { linkActivity, unlinkActivity } from '../../shared/commands/linkActivity.ts';
import { moveActivity } from '../../shared/commands/moveActivity.ts';
import { moveOutcome } from '../../shared/commands/moveOutcome.ts';
import { contextOf, Replica } from './board.ts';

/** Organisations that own documents in random histories. */
export const PARTIES = ['gem', 'ggd', 'bib'] as const;

/** A replica with the three organisations, four outcomes and a few cards. */
export function startedReplica(random: () => number, clientId?: number): Replica {
  const replica = new Replica(PARTIES, clientId);
  const context = contextOf('gem', random);
  for (const [colour, id] of PARTIES.entries()) {
    replica.run(
      addOrganisation,
      { id, name: `Organisatie ${id}`, code: id.toUpperCase(), colour, kind: 'partner' },
      context,
    );
  }
  replica.run(addOutcomes, { titles: ['Gezond', 'Veilig', 'Kansrijk', 'Samen'] }, context);
  const [outcomeId] = replica.board.outcomes.keys();
  for (const ownerId of PARTIES)
    replica.run(addActivity, { title: `Kaart van ${ownerId}`, outcomeId, ownerId }, context);
  return replica;
}

function pick<T>(random: () => number, items: readonly T[]): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** What runs the commands of a random history. */
export type Stage = Pick<Replica, 'board' | 'run'>;

/** Runs one random command with arguments that often fit, and sometimes do not. */
export function randomStep(replica: Stage, random: () => number, context: CommandContext): CommandResult {
  const { board } = replica;
  const outcome = (): string => pick(random, [...board.outcomes.keys(), 'weg']) ?? 'weg';
  const activity = (): string => pick(random, [...board.activities.keys()]) ?? 'weg';
  const maybe = <T>(value: () => T): T | undefined => (random() < 0.5 ? value() : undefined);
  const title = (): string => `Titel ${Math.floor(random() * 1e6).toString(36)}`;
  const organisation = (): string => pick(random, PARTIES) ?? 'gem';
  const steps: readonly (() => CommandResult)[] = [
    () =>
      replica.run(
        addActivity,
        { title: title(), outcomeId: maybe(outcome), beforeId: maybe(activity), ownerId: maybe(organisation) },
        context,
      ),
    () =>
      replica.run(
        editActivity,
        { activityId: activity(), title: maybe(title), leadId: maybe(() => (random() < 0.3 ? null : organisation())) },
        context,
      ),
    () =>
      replica.run(
        moveActivity,
        { activityId: activity(), toId: outcome(), fromId: maybe(outcome), beforeId: maybe(activity) },
        context,
      ),
    () => replica.run(moveActivity, { activityId: activity(), toId: outcome(), beforeId: maybe(activity) }, context),
    () => replica.run(linkActivity, { activityId: activity(), outcomeId: outcome() }, context),
    () => replica.run(unlinkActivity, { activityId: activity(), outcomeId: outcome() }, context),
    () => replica.run(archiveActivity, { activityId: activity() }, context),
    () => replica.run(restoreActivity, { activityId: activity() }, context),
    () =>
      replica.run(
        involveOrganisation,
        {
          activityId: activity(),
          organisationId: organisation(),
          role: random() < 0.3 ? null : (pick(random, INVOLVEMENT_ROLES) ?? null),
        },
        context,
      ),
    () => replica.run(addOutcomes, { titles: [title()], parentId: maybe(outcome), beforeId: maybe(outcome) }, context),
    () =>
      replica.run(
        editOutcome,
        { outcomeId: outcome(), title: maybe(title), kind: maybe(() => 'extra' as const) },
        context,
      ),
    () =>
      replica.run(moveOutcome, { outcomeId: outcome(), parentId: maybe(outcome), beforeId: maybe(outcome) }, context),
    () => replica.run(archiveOutcome, { outcomeId: outcome() }, context),
    () => replica.run(restoreOutcome, { outcomeId: outcome() }, context),
    () =>
      replica.run(
        editOrganisation,
        {
          organisationId: organisation(),
          name: title(),
          code: maybe(() => `C${Math.floor(random() * 100)}`.padEnd(2, 'X')),
        },
        context,
      ),
    () => replica.run(setYears, { years: [2026, 2027 + Math.floor(random() * 3)] }, context),
    () => replica.run(addListEntry, { list: 'localities', title: title() }, context),
    () =>
      replica.run(
        editListEntry,
        { entryId: pick(random, [...board.lists.keys()]) ?? 'weg', title: title(), archived: random() < 0.5 },
        context,
      ),
  ];
  const step = pick(random, steps);
  if (!step) throw new Error('no steps');
  return step();
}
