export interface ToastMessage {
  readonly id: number;
  readonly text: string;
  readonly tone: 'neutral' | 'negative';
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

let messages: readonly ToastMessage[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly ToastMessage[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

/**
 * A short message below, read out too. It goes by itself after some seconds, not while one is on it.
 * Only for what is already done; what someone must act upon stands where it happened.
 */
export function toast(text: string, options: Partial<Pick<ToastMessage, 'tone' | 'action'>> = {}): void {
  lastId += 1;
  const { tone = 'neutral', action } = options;
  set([...messages.slice(-2), { id: lastId, text, tone, ...(action && { action }) }]);
}

export function dismissToast(id: number): void {
  set(messages.filter((message) => message.id !== id));
}

export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => messages,
};
