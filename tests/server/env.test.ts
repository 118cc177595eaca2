import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../server/env.ts';

describe('settings', () => {
  test('have defaults, and empty ones count as absent', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      databaseUrl: undefined,
      publicUrl: undefined,
      trustedProxies: 0,
      metricsToken: undefined,
      smtpUrl: undefined,
      mailFrom: 'Opbrengstenbord <no-reply@localhost>',
      logLevel: 'info',
      demo: true,
      production: false,
    });
  });

  test('are read from the environment', () => {
    const settings = readSettings({
      PORT: '8080',
      PUBLIC_URL: 'https://bord.gemeente.nl/',
      TRUST_PROXY: '1',
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://bord@db/bord',
    });
    expect(settings).toMatchObject({
      port: 8080,
      publicUrl: 'https://bord.gemeente.nl',
      trustedProxies: 1,
      demo: false,
      production: true,
    });
    expect(readSettings({ NODE_ENV: 'production', DEMO: '1' }).demo).toBe(true);
    expect(readSettings({ DEMO: 'nee' }).demo).toBe(false);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'bord.gemeente.nl'],
    ['PUBLIC_URL', 'https://bord.gemeente.nl/pad'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['TRUST_PROXY', 'misschien'],
    ['LOG_LEVEL', 'veel'],
    ['DEMO', 'graag'],
  ])('a wrong one stops the start with a sentence that names it: %s=%s', (name, value) => {
    const read = (): unknown => readSettings({ [name]: value });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(new RegExp(`^De instelling ${name} klopt niet: "${value.replace(/[().]/g, '.')}" m.*\\.$`));
  });

  test.each([
    ['DATABASE_URL', 'mysql://bord:geheim@db/bord'],
    ['DATABASE_URL', 'postgres://bord:ge/heim@db/bord'],
    ['SMTP_URL', 'https://bord:geheim@mail.gemeente.nl'],
    ['METRICS_TOKEN', 'geheim teken'],
  ])('a wrong one that is secret is named and not repeated: %s=%s', (name, value) => {
    const read = (): unknown => readSettings({ [name]: value });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(new RegExp(`^De instelling ${name} klopt niet: de waarde m[^:]*(://[^:@]*)*\\.$`));
    expect(read).not.toThrow(/heim/);
  });
});
