/** What someone types who has no scanner: the address without the code and without `https://`. */
export function joinAddress(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.slice(0, pathname.lastIndexOf('/'));
}
