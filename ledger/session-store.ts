/**
 * Memory that survives the background's death and not the browser's: `storage.session`, trusted contexts only. Handed
 * in by the entrypoint. Values are JSON.
 */
export interface SessionStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Memory of this page alone, for where none is handed in. */
export function memoryStore(): SessionStore {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => Promise.resolve(void kept.set(key, value)),
    remove: (key) => Promise.resolve(void kept.delete(key)),
  };
}
