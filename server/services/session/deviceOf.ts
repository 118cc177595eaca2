/** Browsers by what they call themselves; those that also carry another's name stand before it. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

function first(known: typeof BROWSERS, userAgent: string): string {
  return known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
}

/** What is kept of a `User-Agent` header: a browser and a system that one recognises, `Firefox|Windows`, no versions. */
export function deviceOf(userAgent: string | undefined): string | null {
  const known = (userAgent ?? '').slice(0, 500);
  const device = `${first(BROWSERS, known)}|${first(SYSTEMS, known)}`;
  return device === '|' ? null : device;
}

/** The two parts of what is kept; each undefined where it is not known. */
export function deviceWords(device: string | null): { readonly browser?: string; readonly system?: string } {
  const [browser, system] = (device ?? '').split('|');
  return { ...(browser ? { browser } : {}), ...(system ? { system } : {}) };
}
