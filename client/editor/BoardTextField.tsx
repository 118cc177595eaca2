import type { RichText } from '../../shared/board/richText.ts';
import type { TextRef } from '../../shared/doc/layout.ts';
import { RichTextField, type RichTextFieldProps } from './RichTextField.tsx';
import { useBoardField } from './useBoardField.ts';

export interface BoardTextFieldProps
  extends Pick<
    RichTextFieldProps,
    'label' | 'level' | 'heading' | 'hint' | 'hasStatuses' | 'placeholder' | 'startOpen' | 'className' | 'refusedBy'
  > {
  readonly textRef: TextRef;
  readonly text: RichText | undefined;
  /** False for a record in the trash, whoever asks. */
  readonly writable?: boolean;
  readonly onFocusChange?: (focused: boolean) => void;
}

/** A rich-text field of the open board. */
export function BoardTextField({ textRef, writable = true, onFocusChange, ...rest }: BoardTextFieldProps) {
  const { live, refusal, writers, organisations, onFocusChange: tellPresence } = useBoardField(textRef);
  return (
    <RichTextField
      {...rest}
      live={live}
      writable={writable && refusal === undefined}
      writers={writers}
      organisations={organisations}
      onFocusChange={(focused) => {
        tellPresence(focused);
        onFocusChange?.(focused);
      }}
    />
  );
}
