/** True on an Apple keyboard, where shortcuts have another key. */
export function isMac(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform);
}
