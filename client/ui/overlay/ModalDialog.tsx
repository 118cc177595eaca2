import './overlay.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from '../classNames.ts';
import { IconButton } from '../IconButton.tsx';
import { useFocusInside } from './useFocusInside.ts';

export interface ModalDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  /** A question that must be answered: announced as an alert, and a press beside it does not close it. */
  readonly alert?: boolean;
}

export function ModalDialog({ title, onClose, children, footer, size = 'md', alert = false }: ModalDialogProps) {
  const { t } = useTranslation('common');
  const dialog = useFocusInside<HTMLElement>();
  return (
    <ModalOverlay isOpen onOpenChange={onClose} isDismissable={!alert} className="ob-scrim">
      <Modal className={classNames('ob-modal', `ob-modal--${size}`)}>
        <Dialog ref={dialog} role={alert ? 'alertdialog' : 'dialog'} className="ob-modal__dialog">
          <header className="ob-modal__header">
            <Heading slot="title" className="ob-modal__title">
              {title}
            </Heading>
            <IconButton icon={X} label={t('close')} onClick={onClose} />
          </header>
          <div className="ob-modal__body">{children}</div>
          {footer && <footer className="ob-modal__footer">{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
