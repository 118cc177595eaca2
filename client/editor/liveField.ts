import type { XmlFragment } from 'yjs';
import type { CaretChannel } from './caretChannel.ts';

/** A text that is open to write in. */
export interface LiveField {
  /** Another key is another text: the document was started afresh. */
  readonly key: string;
  readonly fragment: XmlFragment;
  /** Carets of the others; undefined while presence is not there. */
  readonly carets: CaretChannel | undefined;
}
