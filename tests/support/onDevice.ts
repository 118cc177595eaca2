import { lstat, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { boardIsThere } from './boardPage.ts';
import { expect, launchPersistent } from './browser.ts';
import { type TcpProxy, tcpProxy } from './tcpProxy.ts';

/** The number of records in one part of what the browser keeps; -1 when it keeps nothing. */
export function kept(page: Page, part: 'states' | 'edits' | 'setAside'): Promise<number> {
  return page.evaluate(async (name) => {
    const found = (await indexedDB.databases()).find((database) => database.name?.startsWith('opbrengstenbord/'));
    if (!found?.name) return -1;
    const opened = indexedDB.open(found.name);
    return new Promise<number>((resolve, reject) => {
      opened.onerror = () => reject(opened.error);
      opened.onsuccess = () => {
        const count = opened.result.transaction(name).objectStore(name).count();
        count.onsuccess = () => {
          opened.result.close();
          resolve(count.result);
        };
      };
    });
  }, part);
}

/** Waits until the board and the product itself are on the device. */
export async function isOnDevice(page: Page, documents: number): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => kept(page, 'states')).toBe(documents);
}

export async function reopen(context: BrowserContext, boardId: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/bord/${boardId}`);
  await boardIsThere(page);
  return page;
}

/** Somebody's own computer: a browser with a profile, on a wire of its own that can be cut. */
export interface Device {
  readonly wire: TcpProxy;
  readonly context: () => BrowserContext;
  /** Takes the network away as the browser knows it, and cuts what is connected. */
  readonly goOffline: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  /** Ends the browser's process and starts it anew with the same profile, as offline as it was. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param url the server as others reach it; this browser reaches it by the same address, over its wire */
export async function startDevice(url: string): Promise<Device> {
  const { hostname, port } = new URL(url);
  const [profile, wire] = await Promise.all([
    mkdtemp(join(tmpdir(), 'opbrengstenbord-profile-')),
    tcpProxy('127.0.0.1', Number(port)),
  ]);
  const flags = [`--host-resolver-rules=MAP ${hostname} 127.0.0.1:${wire.port}`];
  let context = await launchPersistent(profile, url, flags);
  let isOffline = false;

  async function end(): Promise<void> {
    await context.close();
    // The process takes it away as the last thing it does.
    const lock = (): Promise<boolean> =>
      lstat(join(profile, 'SingletonLock')).then(
        () => true,
        () => false,
      );
    await expect.poll(lock).toBe(false);
  }

  return {
    wire,
    context: () => context,
    goOffline: async () => {
      isOffline = true;
      await context.setOffline(true);
      wire.cut();
    },
    comeBack: async () => {
      isOffline = false;
      wire.mend();
      await context.setOffline(false);
    },
    restart: async () => {
      await end();
      context = await launchPersistent(profile, url, flags);
      await context.setOffline(isOffline);
    },
    close: async () => {
      await context.close();
      await wire.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
