import { useTranslation } from 'react-i18next';

export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
}

/** Says who else has the cursor in this field. */
export function Writers({ people }: { people: readonly Writer[] }) {
  const { t } = useTranslation('editor');
  const [first] = people;
  const names = [...new Set(people.map(({ name }) => name))];
  const said = names.length > 1 ? t('writeToo', { names: names.join(', ') }) : t('writesToo', { name: names[0] ?? '' });
  return (
    <span className="ob-writers" role="status" data-organisation-colour={first?.colour ?? 0}>
      {first && said}
    </span>
  );
}
