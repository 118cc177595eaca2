import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../shared/protocol/api.ts';
import { BoardSketch } from '../../ui/BoardSketch.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';

export interface TemplatePickerProps {
  readonly templates: readonly Template[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

/** The plans one can begin with, each drawn with its own number of columns, sections and cards. */
export function TemplatePicker({ templates, chosen, onChoose }: TemplatePickerProps) {
  const { t } = useTranslation('boards');
  return (
    <fieldset className="ob-fieldset">
      <legend className="ob-visually-hidden">{t('template')}</legend>
      <div className="ob-templates">
        {templates.map((template) => (
          <label key={template.name} className="ob-template">
            <input
              type="radio"
              className="ob-visually-hidden"
              name="template"
              value={template.name}
              checked={template.name === chosen}
              onChange={() => onChoose(template.name)}
            />
            <span className="ob-template__check">
              <Icon of={Check} />
            </span>
            <BoardSketch {...template} />
            <span className="ob-template__title">{template.title}</span>
            {template.columns > 0 && <TemplateNumbers template={template} />}
            <span className="ob-template__origin">
              {template.origin} {template.fictional && <Tag tone="outlined">{t('fictional')}</Tag>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TemplateNumbers({ template }: { template: Template }) {
  const { t } = useTranslation('boards');
  const { columns, sections, activities, organisations } = template;
  return (
    <span className="ob-template__numbers">
      <span>{t('columns', { count: columns })}</span>
      {sections > 0 && <span>{t('sections', { count: sections })}</span>}
      <span>{t('activities', { count: activities })}</span>
      {organisations > 1 && <span>{t('organisations', { count: organisations })}</span>}
    </span>
  );
}
