/** Three columns of a board, the last one still growing. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <rect x="1" y="2" width="6.6" height="22" rx="2" fill="var(--basis-color-action-1-color-default)" />
      <rect
        x="9.7"
        y="2"
        width="6.6"
        height="15.5"
        rx="2"
        fill="var(--basis-color-action-1-color-default)"
        opacity="0.65"
      />
      <rect x="18.4" y="2" width="6.6" height="9" rx="2" fill="var(--ob-warm)" />
    </svg>
  );
}
