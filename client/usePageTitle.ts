import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Title of the window: this page, then the product. */
export function usePageTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const product = t('productName');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
