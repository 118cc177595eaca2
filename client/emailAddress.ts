/** Has the shape of an e-mail address; whether it exists, only a mail can tell. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}
