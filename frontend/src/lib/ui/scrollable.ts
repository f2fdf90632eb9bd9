/** An attachment: what scrolls sideways and has nothing to focus in it can be focused and scrolled by keys. */
export function scrollable(node: HTMLElement): () => void {
  const look = () => {
    const scrolls = node.scrollWidth > node.clientWidth && !node.querySelector('a, button, [tabindex="0"]');
    if (scrolls) node.tabIndex = 0;
    else node.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(look);
  observer.observe(node);
  if (node.firstElementChild) observer.observe(node.firstElementChild);
  return () => observer.disconnect();
}
