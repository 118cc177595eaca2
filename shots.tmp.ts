import { expect, PHONE } from './tests/support/browser.ts';
import { api, openStage } from './tests/support/stage.ts';
import { testEnvironment } from './tests/support/testEnvironment.ts';

Object.assign(process.env, testEnvironment());
const stage = await openStage();
const shot = (page: any, name: string) => page.screenshot({ path: `/tmp/shots-guests/${name}.png` });
try {
  const boardId = await stage.newBoard({ title: 'Uitvoeringsplan preventie 2026', template: 'dalfsen-2023' });
  const f = await stage.facilitator.newPage();
  await f.goto(`/bord/${boardId}/mensen`);
  await f.getByRole('link', { name: 'Gasten en code' }).click();
  await expect(f.getByRole('button', { name: 'Code openen' })).toBeVisible();
  await shot(f, '1-closed');
  await f.getByRole('button', { name: 'Code openen' }).click();
  await expect(f.getByRole('button', { name: 'Groot tonen' })).toBeVisible();
  await shot(f, '2-open');
  const { code } = await api(stage.facilitator.request, 'GET', `/boards/${boardId}/guests`);
  const phone = await stage.stranger(PHONE);
  const p = await phone.newPage();
  await p.goto('/meedoen');
  await shot(p, '3-code-phone');
  await p.getByLabel('Code').fill(code.code.slice(0, 4).toLowerCase() + '-' + code.code.slice(4).toLowerCase());
  await p.getByRole('button', { name: 'Verder' }).click();
  await expect(p.getByLabel('Uw naam')).toBeVisible();
  await shot(p, '4-join-phone');
  await p.getByLabel('Uw naam').fill('Kim de Vries');
  await p.getByLabel('Uw organisatie').selectOption({ label: 'Een andere organisatie…' });
  await p.getByLabel('Naam van uw organisatie').fill('Stichting Nieuw');
  await shot(p, '5b-join-new-phone');
  await p.getByRole('button', { name: 'Meedoen' }).click();
  await expect(p.getByText('U kijkt mee.')).toBeVisible();
  await shot(p, '6-reading-phone');
  const desk = await stage.stranger();
  const d = await desk.newPage();
  await d.goto(`/meedoen/${code.code}`);
  await expect(d.getByLabel('Uw naam')).toBeVisible();
  await shot(d, '7-join-desk');
  await d.getByLabel('Uw naam').fill('Bo Jansen');
  await d.getByLabel('Uw organisatie').selectOption({ label: 'GGD IJsselland' });
  await d.getByRole('button', { name: 'Meedoen' }).click();
  await expect(d.getByText('U kijkt mee.')).toBeVisible();
  await shot(d, '8-reading-desk');
  for (const [name, organisation] of [
    ['Ali', 'GGD IJsselland'],
    ['Sam', 'De Kern'],
    ['Noor', 'De Kern'],
    ['Tess', 'Saam Welzijn'],
  ]) {
    const c = await stage.stranger();
    await api(c.request, 'POST', `/guest-codes/${code.code}`, { name, organisation: { name: organisation } });
  }
  await expect(f.getByText('Tess')).toBeVisible();
  await shot(f, '9-waiting');
  await f.getByRole('button', { name: 'Groot tonen' }).click();
  await expect(f.getByText('6 gasten binnen')).toBeVisible();
  await shot(f, '10-beamer');
  await f.keyboard.press('Escape');
  await f.getByRole('button', { name: 'Bo Jansen toelaten' }).click();
  await expect(d.getByText('U schrijft mee als GGD IJsselland')).toBeVisible();
  await shot(d, '11-writing-desk');
  await f.getByRole('button', { name: 'Noor toelaten' }).click();
  await f.getByRole('checkbox', { name: 'Sam kiezen' }).check();
  await f.getByRole('checkbox', { name: 'Bo Jansen kiezen' }).check();
  await shot(f, '12-chosen');
  await f.locator('.ob-guests__chosen').getByRole('button', { name: 'Verwijderen' }).click();
  await shot(f, '13-remove');
  const began = Date.now();
  await f.getByRole('alertdialog').getByRole('button', { name: 'Verwijderen' }).click();
  await expect(d.getByText('Uw toegang als gast is gestopt')).toBeVisible();
  console.log('gone after', Date.now() - began);
  await shot(d, '14-over-desk');
  await f
    .getByRole('region', { name: 'Gasten', exact: true })
    .getByRole('button', { name: 'Sluiten', exact: true })
    .click();
  await expect(f.getByText('gasten wachten op u')).toBeVisible();
  await shot(f, '15-banner');
  const fp = await stage.again(stage.facilitator, PHONE);
  const fpp = await fp.newPage();
  await fpp.goto(`/bord/${boardId}/gasten`);
  await expect(fpp.getByRole('button', { name: 'Groot tonen' })).toBeVisible();
  await shot(fpp, '16-panel-phone');
  await fpp.getByRole('button', { name: 'Groot tonen' }).click();
  await shot(fpp, '17-beamer-phone');
  await p.bringToFront();
  await api(stage.facilitator.request, 'POST', `/boards/${boardId}/guests/admit`, {});
  await expect(p.getByText('U schrijft mee als Stichting Nieuw')).toBeVisible();
  await shot(p, '18-writing-phone');
} catch (e) {
  console.error(e);
} finally {
  await stage.close().catch((e) => console.error(String(e)));
}
