import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoResult } from '../board/commandRunner.ts';
import { useRefusalText } from '../board/rightsHooks.ts';
import type { Direction } from '../board/undoStack.ts';
import { useBoardEvent } from '../board/useBoardEvent.ts';
import { useCommands } from '../board/useCommands.ts';
import { toast } from '../ui/toast.ts';

function directionOf(event: KeyboardEvent): Direction | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : undefined;
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Undoes and redoes a person's own steps by keys, outside text fields, and tells what came of it however it was asked. */
export function useUndoKeys(): void {
  const { undo, redo } = useCommands();
  const { t } = useTranslation('move');
  const refusalText = useRefusalText();

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const direction = directionOf(event);
      if (!direction || isEditable(event.target) || event.defaultPrevented) return;
      event.preventDefault();
      if (direction === 'undo') undo();
      else redo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);

  function failure(direction: Direction, result: Exclude<UndoResult, { ok: true }>): string {
    if (result.reason === 'overtaken') return t('overtaken');
    if (result.reason === 'nothing') return t(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
    const { reason: code, organisationName } = result;
    return refusalText({ code, ...(organisationName === undefined ? {} : { organisationName }) });
  }

  useBoardEvent('undo', ({ direction, result }) => {
    // Shown too: one step too far must be seen, and can be taken back.
    const back = direction === 'undo' ? { label: t('redo'), onPress: redo } : { label: t('undo'), onPress: undo };
    if (result.ok) toast(t(direction === 'undo' ? 'undone' : 'redone'), { action: back });
    else toast(failure(direction, result), { tone: 'negative' });
  });
}
