import type { Involvement, InvolvementRole } from '../board/board.ts';
import { pairId } from '../board/ids.ts';
import { compareText } from '../board/order.ts';
import type { ActivityData, InvolvedData } from './planData.ts';

const ROLES: { readonly [role in InvolvedData['role']]: InvolvementRole } = {
  'carries-out': 'carriesOut',
  'in-consultation': 'inConsultation',
  commissions: 'commissions',
  advises: 'advises',
  submits: 'submits',
};

/**
 * Who takes part and how. `organisations` of the source repeats all of them: who stands there only is `involved`,
 * except the lead and an owner that the source names as such, since those are roles of their own.
 */
export function involvementsOf(activity: ActivityData): Involvement[] {
  const { id, involved = [], coordinationWith = [], organisations = [], lead, owner } = activity;
  const roles = new Map<string, InvolvementRole>();
  for (const organisationId of organisations) {
    if (organisationId !== lead && organisationId !== owner) roles.set(organisationId, 'involved');
  }
  for (const organisationId of coordinationWith) roles.set(organisationId, 'inConsultation');
  for (const { organisation, role } of involved) roles.set(organisation, ROLES[role]);
  return [...roles]
    .map(([organisationId, role]) => ({ id: pairId(id, organisationId), organisationId, role }))
    .sort((a, b) => compareText(a.organisationId, b.organisationId));
}
