import { Suspense } from 'react';
import type { ModalDialogProps } from './overlay/ModalDialog.tsx';
import { overlay } from './overlayLoader.ts';

const ModalDialog = overlay(
  () => import('./overlay/ModalDialog.tsx'),
  (module) => module.ModalDialog,
);

/** A modal dialog: focus stays in it and goes back to where it was, Escape closes it. */
export function Dialog({ isOpen, ...props }: ModalDialogProps & { isOpen: boolean }) {
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ModalDialog {...props} />
    </Suspense>
  );
}
