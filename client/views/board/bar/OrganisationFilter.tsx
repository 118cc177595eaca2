import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { useBoardIndex, useOrganisations } from '../../../board/boardHooks.ts';
import { useMe } from '../../../board/rightsHooks.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { OrganisationChip } from '../../../ui/OrganisationChip.tsx';
import { PopoverButton } from '../../../ui/PopoverButton.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { fold } from '../model/searchText.ts';
import { takingPart } from '../model/takingPart.ts';
import { useBoardView, useViewState } from '../viewContext.ts';

/** From this many organisations on there is a field to find one. */
const MANY = 12;

/** Cards of one or more organisations: owner, lead or involved. */
export function OrganisationFilter() {
  const { t } = useTranslation('board');
  const chosen = useViewState((state) => state.filter.organisationIds);
  const codes = useBoardIndex(
    ({ board }) => chosen.map((id) => board.organisations.get(id)?.code ?? '').filter(Boolean),
    (a, b) => a.join() === b.join(),
  );
  return (
    <PopoverButton
      look="chip"
      label={t('filterOrganisation')}
      active={chosen.length > 0}
      text={codes.length > 0 ? t('organisationIs', { codes: codes.join(', ') }) : t('organisation')}
    >
      {() => <OrganisationList />}
    </PopoverButton>
  );
}

function OrganisationList() {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const { organisationId: own } = useMe();
  const chosen = useViewState((state) => state.filter.organisationIds);
  const organisations = useOrganisations();
  const counts = useBoardIndex(takingPart, (a, b) => JSON.stringify([...a]) === JSON.stringify([...b]));
  const [query, setQuery] = useState('');
  const rank = (id: Id): number => (id === own ? 0 : chosen.includes(id) ? 1 : counts.has(id) ? 2 : 3);
  // The order is made when the list opens: a row that jumps when it is ticked is not found again.
  const [order] = useState(() => new Map(organisations.map(({ id }) => [id, rank(id)])));
  const found = organisations
    .filter(({ name, code }) => fold(`${name} ${code}`).includes(fold(query.trim())))
    .sort((a, b) => (order.get(a.id) ?? 3) - (order.get(b.id) ?? 3));
  const choose = (id: Id, on: boolean): void => {
    const { filter } = store.get();
    const rest = filter.organisationIds.filter((other) => other !== id);
    store.set({ filter: { ...filter, organisationIds: on ? [...rest, id] : rest } });
  };
  return (
    <div className="ob-organisation-filter">
      {organisations.length >= MANY && <SearchField label={t('findOrganisation')} value={query} onChange={setQuery} />}
      <ul className="ob-organisation-filter__list">
        {found.map((organisation) => (
          <li key={organisation.id} className="ob-organisation-filter__row">
            <Checkbox checked={chosen.includes(organisation.id)} onChange={(on) => choose(organisation.id, on)}>
              <OrganisationChip
                code={organisation.code}
                name={organisation.id === own ? t('ownOrganisation', { name: organisation.name }) : organisation.name}
                colour={organisation.colour}
              />
            </Checkbox>
            <span className="ob-organisation-filter__count" aria-hidden="true">
              {counts.get(organisation.id) ?? 0}
            </span>
          </li>
        ))}
        {found.length === 0 && <li>{t('noOrganisation')}</li>}
      </ul>
    </div>
  );
}
