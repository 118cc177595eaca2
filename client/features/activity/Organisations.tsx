import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Activity,
  INVOLVEMENT_ROLES,
  type Involvement,
  type InvolvementRole,
  isLive,
  type Organisation,
} from '../../../shared/board/board.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { compareText } from '../../../shared/board/order.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { involveOrganisation } from '../../../shared/commands/involveOrganisation.ts';
import { useOrganisation, useOrganisations } from '../../board/boardHooks.ts';
import { useCommands } from '../../board/useCommands.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menu.ts';
import { OrganisationChip } from '../../ui/OrganisationChip.tsx';
import { AddButton } from './AddButton.tsx';
import { Picker, type PickerOption } from './Picker.tsx';

interface Props {
  readonly activity: Activity;
  readonly writable: boolean;
}

function option(organisation: Organisation): PickerOption {
  return { id: organisation.id, label: organisation.name, content: <OrganisationChip {...organisation} /> };
}

/** Owner, lead and the organisations that take part, each with how. */
export function Organisations({ activity, writable }: Props) {
  const { t } = useTranslation('activity');
  const { run } = useCommands();
  const all = useOrganisations();
  const [choosesLead, setChoosesLead] = useState(false);
  const nameOf = (id: Id) => all.find((organisation) => organisation.id === id)?.name ?? '';
  const involved = activity.involvements
    .filter(isLive)
    .sort((a, b) => compareText(nameOf(a.organisationId), nameOf(b.organisationId)));
  const free = all.filter(({ id }) => !involved.some((involvement) => involvement.organisationId === id));
  const setLead = (leadId: Id | null) => run(editActivity, { activityId: activity.id, leadId });
  const involve = (organisationId: Id, role: InvolvementRole | null) =>
    run(involveOrganisation, { activityId: activity.id, organisationId, role });
  const leadPicker = (close: () => void) => (
    <Picker
      label={t('chooseLead')}
      options={all.map(option)}
      onPick={(id) => {
        close();
        setLead(id);
      }}
    />
  );

  return (
    <ul className="ob-activity-parties" aria-label={t('organisations')}>
      <li>
        <Owner activity={activity} />
      </li>
      {activity.lead !== undefined && activity.lead !== activity.owner && (
        <Party id={activity.lead} tag={t('lead')}>
          {(name) =>
            writable && {
              label: t('leadOf', { name }),
              items: [
                { id: 'other', label: t('otherLead'), onAction: () => setChoosesLead(true) },
                { id: 'none', label: t('noLead'), onAction: () => setLead(null) },
              ],
            }
          }
        </Party>
      )}
      {involved.map((involvement) => (
        <Party key={involvement.id} id={involvement.organisationId} tag={t(`role.${involvement.role}`)}>
          {(name) =>
            writable && {
              label: t('involvementOf', { name, role: t(`role.${involvement.role}`) }),
              items: involvedMenu(involvement, name),
            }
          }
        </Party>
      ))}
      {writable && (
        <li className="ob-activity-parties__add">
          {activity.lead === undefined && (
            <AddButton label={t('chooseLead')} text={t('addLead')}>
              {leadPicker}
            </AddButton>
          )}
          <AddButton label={t('chooseOrganisation')} text={t('addOrganisation')}>
            {(close) => (
              <Picker
                label={t('chooseOrganisation')}
                options={free.map(option)}
                onPick={(id) => {
                  close();
                  involve(id, 'involved');
                }}
              />
            )}
          </AddButton>
        </li>
      )}
      <Dialog isOpen={choosesLead} onClose={() => setChoosesLead(false)} title={t('chooseLead')} size="sm">
        {leadPicker(() => setChoosesLead(false))}
      </Dialog>
    </ul>
  );

  function involvedMenu(involvement: Involvement, name: string): MenuEntry[] {
    const { organisationId, role: now } = involvement;
    return [
      {
        title: t('howInvolved', { name }),
        items: INVOLVEMENT_ROLES.map((role) => ({
          id: role,
          label: t(`role.${role}`),
          current: role === now,
          onAction: () => void involve(organisationId, role),
        })),
      },
      'separator',
      ...(activity.lead === organisationId
        ? []
        : [{ id: 'lead', label: t('giveLead'), onAction: () => void setLead(organisationId) }]),
      { id: 'remove', label: t('notInvolved'), onAction: () => void involve(organisationId, null) },
    ];
  }
}

function Owner({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const owner = useOrganisation(activity.owner);
  if (!owner) return null;
  return (
    <span className="ob-activity-party" title={t('ownerHint', { name: owner.name })}>
      <OrganisationChip {...owner} />
      <span className="ob-activity-party__tag">
        {activity.lead === owner.id ? `${t('owner')}, ${t('lead')}` : t('owner')}
      </span>
    </span>
  );
}

interface PartyMenu {
  readonly label: string;
  readonly items: readonly MenuEntry[];
}

function Party({ id, tag, children }: { id: Id; tag: string; children: (name: string) => PartyMenu | false }) {
  const organisation = useOrganisation(id);
  if (!organisation) return null;
  const menu = children(organisation.name);
  const face = (
    <>
      <OrganisationChip {...organisation} />
      <span className="ob-activity-party__tag">{tag}</span>
    </>
  );
  return (
    <li>
      {menu ? (
        <MenuButton
          className="ob-activity-party ob-activity-party--menu"
          variant="quiet"
          size="sm"
          label={menu.label}
          items={menu.items}
        >
          {face}
        </MenuButton>
      ) : (
        <span className="ob-activity-party">{face}</span>
      )}
    </li>
  );
}
