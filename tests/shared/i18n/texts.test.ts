import { describe, expect, test } from 'vitest';
import { AUDIT_ACTIONS } from '../../../shared/access/auditActions.ts';
import { REFUSAL_CODES } from '../../../shared/commands/command.ts';
import { en } from '../../../shared/i18n/en.ts';
import { nl } from '../../../shared/i18n/nl.ts';
import { PROBLEM_CODES } from '../../../shared/protocol/api.ts';
import { CLOSE, DENIED } from '../../../shared/protocol/live.ts';
import { flat, isUsed, placeholders, type Tree, usedKeys, withoutPlural } from './textFiles.ts';

const dutch: { readonly [namespace: string]: Tree } = nl;
const english: { readonly [namespace: string]: Tree } = en;
const namespaces = Object.keys(nl);

/** English that slips in by copying, and the informal address. */
const NOT_DUTCH = /\b(the|and|your|please|board|save|saving|loading|error|failed|member|viewer|settings|back)\b/i;
const INFORMAL = /\b(je|jij|jouw|jullie|jou)\b/i;

/** More than a word or two: those may be the same in both languages. */
function isSentence(text: string): boolean {
  return (
    text
      .replaceAll(/\{\{\w+\}\}/g, '')
      .split(/[^\p{Letter}]+/u)
      .filter(Boolean).length > 2
  );
}

describe.each(namespaces)('texts of %s', (namespace) => {
  const nlTexts = flat(dutch[namespace] ?? {});
  const enTexts = flat(english[namespace] ?? {});

  test('both languages have the same keys', () => {
    expect([...enTexts.keys()].sort()).toEqual([...nlTexts.keys()].sort());
  });

  test('a text has the same placeholders in both languages', () => {
    for (const [key, text] of nlTexts) {
      expect(placeholders(enTexts.get(key) ?? ''), `${namespace}:${key}`).toEqual(placeholders(text));
    }
  });

  test('no text is empty, and a plural has a form for one and for more', () => {
    for (const [key, text] of nlTexts) {
      expect(text.trim(), `${namespace}:${key}`).not.toBe('');
      if (withoutPlural(key) === key) continue;
      expect(nlTexts.has(`${withoutPlural(key)}_one`), `${namespace}:${key}`).toBe(true);
      expect(nlTexts.has(`${withoutPlural(key)}_other`), `${namespace}:${key}`).toBe(true);
    }
  });

  test('the Dutch is Dutch, and formal', () => {
    const wrong = [...nlTexts].filter(([, text]) => NOT_DUTCH.test(text) || INFORMAL.test(text));
    expect(wrong).toEqual([]);
  });

  test('the English is translated', () => {
    const untranslated = [...nlTexts].filter(([key, text]) => {
      return isSentence(text) && enTexts.get(key) === text;
    });
    expect(untranslated).toEqual([]);
  });
});

describe('codes', () => {
  test('every refusal has a sentence', () => {
    expect([...flat(nl.refusal).keys()].sort()).toEqual([...REFUSAL_CODES].sort());
  });

  test('every problem has a sentence, and being offline too', () => {
    expect([...flat(nl.problem).keys()].sort()).toEqual([...PROBLEM_CODES, 'offline'].sort());
  });

  test('every event of the log has a sentence', () => {
    const keys = [...flat(nl.audit.action).keys()].sort();
    expect(keys).toEqual(Object.keys(AUDIT_ACTIONS).sort());
  });

  test('every reason to close or deny has a sentence', () => {
    const reasons = [...Object.values(CLOSE).map(({ reason }) => reason), ...Object.values(DENIED)];
    const known = flat(nl.close);
    expect(reasons.filter((reason) => !known.has(reason))).toEqual([]);
  });
});

/** Their keys are codes, which no source file spells out. */
const BY_CODE = new Set(['refusal', 'problem', 'close']);
/** The same, of a part of a namespace. */
const CODES_IN = /^action\.\w+\./;

test.each(namespaces.filter((namespace) => !BY_CODE.has(namespace)))('no text of %s is unused', (namespace) => {
  const used = usedKeys('client', namespace);
  const unused = [...flat(dutch[namespace] ?? {}).keys()].filter((key) => !CODES_IN.test(key) && !isUsed(key, used));
  expect(unused).toEqual([]);
});
