/** Passes on things that happen once, by name. */
export interface Emitter<Events extends object> {
  readonly emit: <Name extends keyof Events>(name: Name, event: Events[Name]) => void;
  readonly on: <Name extends keyof Events>(name: Name, handler: (event: Events[Name]) => void) => () => void;
}

export function emitter<Events extends object>(): Emitter<Events> {
  const handlers: { [Name in keyof Events]?: Set<(event: Events[Name]) => void> } = {};
  return {
    emit: (name, event) => {
      for (const handler of [...(handlers[name] ?? [])]) handler(event);
    },
    on: (name, handler) => {
      const set = handlers[name] ?? new Set();
      handlers[name] = set;
      set.add(handler);
      return () => set.delete(handler);
    },
  };
}
