/** Names and titles of the templates. Holds no plan data, so that anything may import it. */

export const TEMPLATE_NAMES = [
  'leeg',
  'voorbeeld-2026',
  'deventer-2024-2025',
  'deventer-2022',
  'lelystad-2017',
  'dalfsen-2023',
] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** The template that has no plan behind it. */
export const EMPTY_TEMPLATE = 'leeg';
export type PlanTemplateName = Exclude<TemplateName, typeof EMPTY_TEMPLATE>;

export interface TemplateInfo {
  readonly title: string;
  /** Where it comes from: the municipality and document, or that it is invented. */
  readonly origin: string;
  readonly fictional: boolean;
}

/** In Dutch, as the plans themselves: these are titles of documents. */
export const TEMPLATE_INFO: { readonly [name in TemplateName]: TemplateInfo } = {
  leeg: { title: 'Leeg bord', origin: 'Zonder kolommen en activiteiten', fictional: false },
  'voorbeeld-2026': {
    title: 'Integraal uitvoeringsplan preventie 2026-2027',
    origin: 'Voorbeeldgemeente: gemeente, organisaties en cijfers zijn verzonnen',
    fictional: true,
  },
  'deventer-2024-2025': {
    title: 'Van Wieg naar Werk 2024-2025',
    origin: 'Gemeente Deventer, nota 2024-202 van 12 maart 2024',
    fictional: false,
  },
  'deventer-2022': {
    title: 'Van Wieg naar Werk 5.0 2022',
    origin: 'Gemeente Deventer, nota 2021-374 van 11 januari 2022',
    fictional: false,
  },
  'lelystad-2017': {
    title: 'Pedagogische basis: Preventie versterkt!',
    origin: 'Gemeente Lelystad, raadsvoorstel 170011613 van 10 oktober 2017',
    fictional: false,
  },
  'dalfsen-2023': {
    title: 'Preventiebeleid Dalfsen vitaal en veerkrachtig',
    origin: 'Gemeente Dalfsen, informatie aan de raad uit 2023; de opbrengsten zijn nog niet afgesproken',
    fictional: false,
  },
};

/** True when `name` is a template's name. */
export function isTemplateName(name: string): name is TemplateName {
  return TEMPLATE_NAMES.some((known) => known === name);
}
