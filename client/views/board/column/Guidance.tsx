import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../../shared/board/board.ts';
import { isBlank, plainText } from '../../../../shared/board/richText.ts';

/** True when there is something to explain at this outcome. */
export function hasGuidance({ texts }: Outcome): boolean {
  return !isBlank(texts.guidanceText) || !isBlank(texts.explanationText);
}

/** What the outcome means, and what helps to think of activities for it. */
export function Guidance({ outcome, id }: { outcome: Outcome; id: string }) {
  const { t } = useTranslation('board');
  const parts = [
    { title: t('explanation'), text: outcome.texts.explanationText },
    { title: t('guidance'), text: outcome.texts.guidanceText },
  ].filter(({ text }) => !isBlank(text));
  return (
    <div className="ob-guidance" id={id}>
      {parts.map(({ title, text }) => (
        <div key={title}>
          <p className="ob-guidance__title">{title}</p>
          <p className="ob-guidance__text">{plainText(text ?? [])}</p>
        </div>
      ))}
    </div>
  );
}
