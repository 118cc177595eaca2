import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/i18n/texts.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { changeLanguage, currentLanguage } from '../../i18n.ts';
import { changeTheme, currentTheme, type Theme } from '../../theme.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { toast } from '../../ui/toast.ts';
import { useChangeProfile } from './useChangeProfile.ts';

/** Language goes with the account; colours belong to the device. */
export function Preferences() {
  const { t, i18n } = useTranslation('account');
  const problemText = useProblemText();
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const change = useChangeProfile();

  async function chooseLanguage(language: Language) {
    await changeLanguage(language);
    change.mutate(
      { language },
      {
        onSuccess: () => toast(i18n.t('account:languageSaved')),
        onError: (error) => toast(problemText(error), { tone: 'negative' }),
      },
    );
  }

  return (
    <div className="ob-account__preferences">
      <SegmentedControl<Language>
        label={t('language')}
        value={currentLanguage()}
        onChange={(language) => void chooseLanguage(language)}
        options={[
          { value: 'nl', label: 'Nederlands' },
          { value: 'en', label: 'English' },
        ]}
      />
      <SegmentedControl<Theme>
        label={t('theme')}
        value={theme}
        onChange={(chosen) => {
          changeTheme(chosen);
          setTheme(chosen);
        }}
        options={[
          { value: 'system', label: t('themeSystem'), icon: Monitor },
          { value: 'light', label: t('themeLight'), icon: Sun },
          { value: 'dark', label: t('themeDark'), icon: Moon },
        ]}
      />
    </div>
  );
}
