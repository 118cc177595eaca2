import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, currentLanguage } from './i18n.ts';
import { Button } from './ui/Button.tsx';

/** To the other language in one press; its name stands in that language itself. */
export function LanguageSwitch() {
  // Renders anew when the language changes.
  useTranslation();
  const other = currentLanguage() === 'nl' ? 'en' : 'nl';
  return (
    <Button variant="quiet" size="sm" icon={Languages} lang={other} onClick={() => void changeLanguage(other)}>
      {other === 'en' ? 'English' : 'Nederlands'}
    </Button>
  );
}
