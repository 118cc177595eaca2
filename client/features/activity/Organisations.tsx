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
  const lead = activity.lead === undefined ? [] : [activity.lead];
  const others = [...new Set([...lead, ...involved.map(({ organisationId }) => organisationId)])].filter(
    (id) => id !== activity.owner,
  );
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
      <Party id={activity.owner} tags={tagsOf(activity.owner)} hint>
        {(name) => writable && menuOf(activity.owner, name)}
      </Party>
      {others.map((id) => (
        <Party key={id} id={id} tags={tagsOf(id)}>
          {(name) => writable && menuOf(id, name)}
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

  function involvementOf(id: Id): Involvement | undefined {
    return involved.find(({ organisationId }) => organisationId === id);
  }

  /** Everything that an organisation is to this card, so that it stands here once. */
  function tagsOf(id: Id): readonly string[] {
    const involvement = involvementOf(id);
    return [
      ...(activity.owner === id ? [t('owner')] : []),
      ...(activity.lead === id ? [t('lead')] : []),
      ...(involvement ? [t(`role.${involvement.role}`)] : []),
    ];
  }

  function menuOf(id: Id, name: string): PartyMenu | false {
    const involvement = involvementOf(id);
    const leads = activity.lead === id && activity.owner !== id;
    if (!involvement && !leads) return false;
    const role = involvement && t(`role.${involvement.role}`);
    return {
      label: role === undefined ? t('leadOf', { name }) : t('involvementOf', { name, role }),
      items: [
        ...(involvement ? involvedMenu(involvement, name) : []),
        ...(leads && involvement ? ['separator' as const] : []),
        ...(leads
          ? [
              { id: 'other', label: t('otherLead'), onAction: () => setChoosesLead(true) },
              { id: 'none', label: t('noLead'), onAction: () => void setLead(null) },
            ]
          : []),
      ],
    };
  }

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

interface PartyMenu {
  readonly label: string;
  readonly items: readonly MenuEntry[];
}

interface PartyProps {
  readonly id: Id;
  readonly tags: readonly string[];
  /** Says what being the owner means. */
  readonly hint?: boolean;
  readonly children: (name: string) => PartyMenu | false;
}

function Party({ id, tags, hint = false, children }: PartyProps) {
  const { t } = useTranslation('activity');
  const organisation = useOrganisation(id);
  if (!organisation) return null;
  const menu = children(organisation.name);
  const face = (
    <>
      <OrganisationChip {...organisation} />
      <span className="ob-activity-party__tag">{tags.join(', ')}</span>
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
        <span className="ob-activity-party" title={hint ? t('ownerHint', { name: organisation.name }) : undefined}>
          {face}
        </span>
      )}
    </li>
  );
}
