/** The hand goes back to where it can go on typing. */
export function focusSearchBox(): void {
  document.querySelector<HTMLElement>('input[type="search"]')?.focus();
}
