import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../client/ui/Button.tsx';
import { ComboField } from '../../../client/ui/ComboField.tsx';
import { ConfirmDialog } from '../../../client/ui/ConfirmDialog.tsx';
import { Dialog } from '../../../client/ui/Dialog.tsx';
import { IconButton } from '../../../client/ui/IconButton.tsx';
import { MenuButton } from '../../../client/ui/MenuButton.tsx';
import { PopoverButton } from '../../../client/ui/PopoverButton.tsx';
import { SidePanel } from '../../../client/ui/SidePanel.tsx';
import { TextField } from '../../../client/ui/TextField.tsx';
import { loadTexts, renderInPage } from './kitPage.tsx';

loadTexts();

describe('MenuButton', () => {
  async function menu() {
    const onRename = vi.fn();
    const onRemove = vi.fn();
    await renderInPage(
      <MenuButton
        label="Meer met Preventie"
        items={[
          { id: 'rename', label: 'Naam wijzigen', icon: Pencil, onAction: onRename },
          'separator',
          { id: 'remove', label: 'Weghalen', icon: Trash2, danger: true, onAction: onRemove },
        ]}
      />,
    );
    return { trigger: page.getByRole('button', { name: 'Meer met Preventie' }), onRename, onRemove };
  }

  test('the trigger stands there at once, closed, with its name', async () => {
    const { trigger } = await menu();
    await expect.element(trigger).toHaveAttribute('aria-expanded', 'false');
    await expect.element(trigger).toHaveAttribute('aria-haspopup', 'menu');
  });

  test('opens by arrow down on its first item, and an item acts by Enter', async () => {
    const { trigger, onRename, onRemove } = await menu();
    trigger.element().focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Naam wijzigen' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onRemove).toHaveBeenCalledOnce();
    expect(onRename).not.toHaveBeenCalled();
    await expect.element(trigger).toHaveFocus();
  });

  test('closes by Escape and gives focus back', async () => {
    const { trigger } = await menu();
    await trigger.click();
    await expect.element(page.getByRole('menu', { name: 'Meer met Preventie' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    await expect.element(trigger).toHaveFocus();
  });
});

describe('Dialog', () => {
  function WithDialog() {
    const [open, setOpen] = useState(false);
    const [name, setName] = useState('');
    return (
      <>
        <Button onClick={() => setOpen(true)}>Openen</Button>
        <Dialog isOpen={open} title="Bord hernoemen" onClose={() => setOpen(false)} footer={<Button>Klaar</Button>}>
          <TextField label="Titel" value={name} onChange={setName} />
        </Dialog>
      </>
    );
  }

  test('has its title as name, keeps focus inside, and gives it back after Escape', async () => {
    await renderInPage(<WithDialog />);
    const opener = page.getByRole('button', { name: 'Openen' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'Bord hernoemen' });
    await expect.element(dialog).toBeVisible();
    for (let step = 0; step < 6; step += 1) {
      await userEvent.keyboard('{Tab}');
      expect(dialog.element().contains(document.activeElement)).toBe(true);
    }
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
  });

  test('what stands behind it is hidden from screen readers', async () => {
    await renderInPage(<WithDialog />);
    await page.getByRole('button', { name: 'Openen' }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    const behind = [...document.querySelectorAll('button')].find((button) => button.textContent === 'voor');
    expect(behind?.closest('[inert], [aria-hidden="true"]')).not.toBeNull();
  });
});

test('ConfirmDialog asks as an alert and names the action', async () => {
  const onConfirm = vi.fn();
  const onClose = vi.fn();
  await renderInPage(
    <ConfirmDialog isOpen title="Bord sluiten?" confirmLabel="Bord sluiten" onConfirm={onConfirm} onClose={onClose}>
      <p>Iedereen kan het blijven lezen.</p>
    </ConfirmDialog>,
  );
  await expect.element(page.getByRole('alertdialog', { name: 'Bord sluiten?' })).toBeVisible();
  await page.getByRole('button', { name: 'Bord sluiten' }).click();
  expect(onConfirm).toHaveBeenCalledOnce();
  await page.getByRole('button', { name: 'Annuleren' }).click();
  expect(onClose).toHaveBeenCalledOnce();
});

test('PopoverButton opens a small dialog and closes it from within', async () => {
  await renderInPage(
    <PopoverButton label="Filter op organisatie" text="Organisatie" look="chip">
      {(close) => <Button onClick={close}>Toepassen</Button>}
    </PopoverButton>,
  );
  const trigger = page.getByRole('button', { name: 'Organisatie' });
  await trigger.click();
  await expect.element(page.getByRole('dialog', { name: 'Filter op organisatie' })).toBeVisible();
  await page.getByRole('button', { name: 'Toepassen' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(trigger).toHaveFocus();
});

test('IconButton says its name in a tooltip on keyboard focus, and Escape hides it', async () => {
  await renderInPage(<IconButton icon={Pencil} label="Naam wijzigen" />);
  page.getByRole('button', { name: 'voor' }).element().focus();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('button', { name: 'Naam wijzigen' })).toHaveFocus();
  await expect.poll(() => document.querySelector('.ob-tooltip')?.textContent).toBe('Naam wijzigen');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('.ob-tooltip')).toBeNull();
});

describe('SidePanel', () => {
  function WithPanel({ onClose }: { onClose?: () => void }) {
    const [open, setOpen] = useState(false);
    const [text, setText] = useState('');
    return (
      <>
        <Button onClick={() => setOpen(true)}>Kaart</Button>
        {open && (
          <SidePanel
            label="De aanpak van Brick"
            onClose={() => {
              onClose?.();
              setOpen(false);
            }}
          >
            <MenuButton label="Meer" items={[{ id: 'a', label: 'Verplaatsen' }]} />
            <ComboField
              label="Organisatie"
              options={[{ id: 'ggd', label: 'GGD' }]}
              text={text}
              onText={setText}
              onSelect={() => undefined}
            />
          </SidePanel>
        )}
      </>
    );
  }

  test('takes focus, closes by Escape, and gives focus back', async () => {
    await renderInPage(<WithPanel />);
    const opener = page.getByRole('button', { name: 'Kaart' });
    await opener.click();
    const panel = page.getByRole('region', { name: 'De aanpak van Brick' });
    await expect.element(panel).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(panel).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
  });

  test('Escape in a menu or a list of suggestions closes that alone', async () => {
    const onClose = vi.fn();
    await renderInPage(<WithPanel onClose={onClose} />);
    await page.getByRole('button', { name: 'Kaart' }).click();
    await page.getByRole('button', { name: 'Meer' }).click();
    await expect.element(page.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    await page.getByRole('combobox', { name: 'Organisatie' }).click();
    await expect.element(page.getByRole('listbox')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('ComboField', () => {
  function Organisation({ onSelect }: { onSelect: (id: string) => void }) {
    const [text, setText] = useState('');
    return (
      <SidePanel label="Mensen en rechten" onClose={() => undefined}>
        <ComboField
          label="Organisatie"
          options={[
            { id: 'ggd', label: 'GGD IJsselland' },
            { id: 'bib', label: 'Bibliotheek' },
          ]}
          text={text}
          onText={setText}
          onSelect={onSelect}
          empty={(typed) => `“${typed}” is nieuw`}
        />
      </SidePanel>
    );
  }

  test('suggests what fits and takes it by keyboard', async () => {
    const onSelect = vi.fn();
    await renderInPage(<Organisation onSelect={onSelect} />);
    await expect.element(page.getByRole('combobox', { name: 'Organisatie' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Organisatie' }).click();
    await userEvent.keyboard('ijssel');
    await expect.element(page.getByRole('option', { name: 'GGD IJsselland' })).toBeVisible();
    expect(page.getByRole('option').elements()).toHaveLength(1);
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('option', { name: 'GGD IJsselland' })).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onSelect.mock.calls).toEqual([['ggd']]);
    await expect.element(page.getByRole('combobox', { name: 'Organisatie' })).toHaveValue('GGD IJsselland');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  });

  test('a click takes an option, and the field keeps its focus', async () => {
    const onSelect = vi.fn();
    await renderInPage(<Organisation onSelect={onSelect} />);
    await page.getByRole('combobox', { name: 'Organisatie' }).click();
    await page.getByRole('option', { name: 'Bibliotheek' }).click();
    expect(onSelect).toHaveBeenCalledWith('bib');
    await expect.element(page.getByRole('combobox', { name: 'Organisatie' })).toHaveFocus();
  });

  test('keeps a name that is not in the list', async () => {
    await renderInPage(<Organisation onSelect={() => undefined} />);
    await expect.element(page.getByRole('combobox', { name: 'Organisatie' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Organisatie' }).fill('Raster');
    await expect.element(page.getByText('“Raster” is nieuw')).toBeVisible();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('combobox', { name: 'Organisatie' })).toHaveValue('Raster');
  });
});
