import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { announce } from '../../../client/ui/announce.ts';
import { Button } from '../../../client/ui/Button.tsx';
import { Chip } from '../../../client/ui/Chip.tsx';
import { CopyField } from '../../../client/ui/CopyField.tsx';
import { Count } from '../../../client/ui/Count.tsx';
import { OrganisationChip } from '../../../client/ui/OrganisationChip.tsx';
import { PasswordField } from '../../../client/ui/PasswordField.tsx';
import { PresenceStack } from '../../../client/ui/PresenceStack.tsx';
import { RadioCards } from '../../../client/ui/RadioCards.tsx';
import { SavedIndicator } from '../../../client/ui/SavedIndicator.tsx';
import { SearchField } from '../../../client/ui/SearchField.tsx';
import { SegmentedControl } from '../../../client/ui/SegmentedControl.tsx';
import { Select } from '../../../client/ui/Select.tsx';
import { TextField } from '../../../client/ui/TextField.tsx';
import { toast } from '../../../client/ui/toast.ts';
import { loadTexts, renderInPage } from './kitPage.tsx';

loadTexts();

describe('Button', () => {
  test('keeps its focus while busy, and further presses do nothing', async () => {
    const onClick = vi.fn();
    const screen = await renderInPage(<Button onClick={onClick}>Opslaan</Button>);
    const button = page.getByRole('button', { name: 'Opslaan' });
    await button.click();
    await screen.rerender(
      <Button busy onClick={onClick}>
        Opslaan
      </Button>,
    );
    button.element().focus();
    await userEvent.keyboard('{Enter}');
    expect(onClick).toHaveBeenCalledOnce();
    await expect.element(button).toHaveFocus();
    await expect.element(button).toHaveAttribute('aria-busy', 'true');
  });
});

describe('fields', () => {
  test('a hint and an error belong to the field for screen readers', async () => {
    await renderInPage(
      <TextField label="Naam" hint="Zo zien anderen u." error="Vul uw naam in." value="" onChange={() => undefined} />,
    );
    const field = page.getByRole('textbox', { name: 'Naam' });
    await expect.element(field).toHaveAccessibleDescription('Zo zien anderen u. Vul uw naam in.');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  });

  test('a password shows on demand', async () => {
    await renderInPage(
      <PasswordField label="Wachtwoord" value="geheim" onChange={() => undefined} autoComplete="current-password" />,
    );
    const field = page.getByLabelText('Wachtwoord', { exact: true });
    await expect.element(field).toHaveAttribute('type', 'password');
    await page.getByRole('button', { name: 'Wachtwoord tonen' }).click();
    await expect.element(field).toHaveAttribute('type', 'text');
  });

  test('Escape empties a search and then goes on to what is around it', async () => {
    const onKeyDown = vi.fn();
    function Search() {
      const [text, setText] = useState('wieg');
      return (
        // biome-ignore lint/a11y/noStaticElementInteractions: stands for a panel that closes by Escape
        <div onKeyDown={onKeyDown}>
          <SearchField label="Zoek in dit bord" value={text} onChange={setText} />
        </div>
      );
    }
    await renderInPage(<Search />);
    const field = page.getByRole('searchbox', { name: 'Zoek in dit bord' });
    await field.click();
    await userEvent.keyboard('{Escape}');
    await expect.element(field).toHaveValue('');
    expect(onKeyDown).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onKeyDown).toHaveBeenCalledOnce();
  });

  test('a select gives one of its own values', async () => {
    const onChange = vi.fn();
    await renderInPage(
      <Select
        label="Rol"
        value="member"
        onChange={onChange}
        options={[
          { value: 'member', label: 'Lid' },
          { value: 'viewer', label: 'Lezer' },
        ]}
      />,
    );
    await page.getByRole('combobox', { name: 'Rol' }).selectOptions('Lezer');
    expect(onChange).toHaveBeenCalledWith('viewer');
  });
});

describe('choices', () => {
  function Theme() {
    const [value, setValue] = useState<'light' | 'dark'>('light');
    return (
      <SegmentedControl
        label="Kleuren"
        value={value}
        onChange={setValue}
        options={[
          { value: 'light', label: 'Licht' },
          { value: 'dark', label: 'Donker' },
        ]}
      />
    );
  }

  test('a segmented control is a group of radio buttons: Tab once, arrows choose', async () => {
    await renderInPage(<Theme />);
    page.getByRole('button', { name: 'voor' }).element().focus();
    await userEvent.keyboard('{Tab}{ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'Donker' })).toBeChecked();
    await expect.element(page.getByRole('group', { name: 'Kleuren' })).toBeInTheDocument();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('button', { name: 'na' })).toHaveFocus();
  });

  test('a radio card says its sentence with it', async () => {
    await renderInPage(
      <RadioCards
        label="Wie mag wat wijzigen?"
        value="open"
        onChange={() => undefined}
        options={[{ value: 'open', label: 'Open', description: 'Alle leden wijzigen alles.' }]}
      />,
    );
    await expect
      .element(page.getByRole('radio', { name: 'Open' }))
      .toHaveAccessibleDescription('Alle leden wijzigen alles.');
  });

  test('a chip that can be taken away has two buttons with words', async () => {
    const onRemove = vi.fn();
    await renderInPage(
      <Chip active onRemove={onRemove} removeLabel="Filter op Raster weghalen">
        Organisatie: Raster
      </Chip>,
    );
    await page.getByRole('button', { name: 'Filter op Raster weghalen' }).click();
    expect(onRemove).toHaveBeenCalledOnce();
    await expect.element(page.getByRole('button', { name: 'Organisatie: Raster' })).toBeVisible();
  });
});

describe('messages', () => {
  test('a toast is read out, acts and can be closed', async () => {
    const onPress = vi.fn();
    await renderInPage(null);
    toast('De kaart is verplaatst.', { action: { label: 'Ongedaan maken', onPress } });
    await expect.element(page.getByText('De kaart is verplaatst.')).toBeVisible();
    expect(page.getByText('De kaart is verplaatst.').element().closest('[role="status"]')).not.toBeNull();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    expect(onPress).toHaveBeenCalledOnce();
    await expect.element(page.getByText('De kaart is verplaatst.')).not.toBeInTheDocument();
  });

  test('the same announcement twice is read out twice', async () => {
    await renderInPage(null);
    const region = () => [...document.querySelectorAll('[role="status"]')].at(-1);
    announce('Plek 2 van 5');
    await expect.poll(() => region()?.textContent).toBe('Plek 2 van 5');
    announce('Plek 2 van 5');
    await expect.poll(() => region()?.textContent).toBe('Plek 2 van 5\u00a0');
  });

  test('the saved indicator says how much is waiting', async () => {
    const screen = await renderInPage(<SavedIndicator state="offline" waiting={3} />);
    await expect.element(page.getByText('Geen verbinding: u kunt doorwerken · 3 wijzigingen wachten')).toBeVisible();
    await screen.rerender(<SavedIndicator state="offline" waiting={1} />);
    await expect.element(page.getByText('Geen verbinding: u kunt doorwerken · 1 wijziging wacht')).toBeVisible();
    await screen.rerender(<SavedIndicator state="saved" />);
    await expect.element(page.getByText('Opgeslagen')).toBeVisible();
  });

  test('a link that cannot be copied is selected, and one is told how', async () => {
    const write = vi
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await renderInPage(<CopyField label="Link voor GGD" value="https://bord.example/uitnodiging/x" />);
    await page.getByRole('button', { name: 'Kopiëren' }).click();
    await expect.element(page.getByText(/kopieer die met Ctrl\+C/).first()).toBeVisible();
    expect(window.getSelection()?.toString()).toBe('https://bord.example/uitnodiging/x');
    write.mockRestore();
  });
});

describe('organisations', () => {
  test('a long name ends in an ellipsis and is whole for screen readers', async () => {
    const name = 'Samenwerkingsverband Primair Onderwijs Salland en omstreken';
    await renderInPage(
      <div style={{ width: '180px', display: 'flex' }}>
        <OrganisationChip code="PO" name={name} colour={12} />
      </div>,
    );
    const shown = page.getByText(name).element();
    expect(shown.scrollWidth).toBeGreaterThan(shown.clientWidth);
    expect(shown.closest('[data-organisation-colour]')?.getAttribute('data-organisation-colour')).toBe('4');
  });

  test('presence shows some and counts the rest', async () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, code: 'GD', name: `Mens ${id}`, colour: 0 }));
    await renderInPage(<PresenceStack people={people} max={2} />);
    await expect.element(page.getByRole('list', { name: 'Nu op dit bord' })).toBeVisible();
    await expect.element(page.getByText('en nog 2 anderen')).toBeInTheDocument();
  });

  test('a count says what it counts', async () => {
    await renderInPage(<Count value={8} label="8 activiteiten" />);
    await expect.element(page.getByText('8 activiteiten')).toBeInTheDocument();
  });
});
