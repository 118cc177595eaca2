const GAP = 4;
const EDGE = 8;
const LEAST = 140;

/**
 * Shows a popover in the top layer, as wide as its field: below it, or above where there is more room, and keeps it
 * there while the page scrolls. @returns how to stop
 */
export function placeBelow(popover: HTMLElement, field: HTMLElement): () => void {
  function place(): void {
    const around = field.getBoundingClientRect();
    const below = window.innerHeight - around.bottom - GAP - EDGE;
    const above = around.top - GAP - EDGE;
    const isBelow = below >= Math.min(LEAST, popover.scrollHeight) || below >= above;
    Object.assign(popover.style, {
      left: `${around.left}px`,
      width: `${around.width}px`,
      maxHeight: `${Math.min(320, isBelow ? below : above)}px`,
      top: isBelow ? `${around.bottom + GAP}px` : 'auto',
      bottom: isBelow ? 'auto' : `${window.innerHeight - around.top + GAP}px`,
    });
  }
  popover.showPopover();
  place();
  window.addEventListener('scroll', place, true);
  window.addEventListener('resize', place);
  return () => {
    window.removeEventListener('scroll', place, true);
    window.removeEventListener('resize', place);
  };
}
