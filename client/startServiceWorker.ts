/** Lets the built product open without a network. In development files change under a page's feet, so there is none. */
export function startServiceWorker(): void {
  // Absent on pages without TLS that are not on this computer.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = (): void => {
    // Without it the product works as long as there is a network.
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  };
  // After the page itself: it fetches every file of the product.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
