/** Writes a text into an element that has no other content. */

/** The node of before is kept, which costs a browser less than a new one; null: not drawn yet. */
export function writeText(element: Element | null | undefined, text: string): void {
  if (!element) return
  const { firstChild } = element
  if (firstChild?.nodeType !== Node.TEXT_NODE) element.textContent = text
  else if (firstChild.nodeValue !== text) firstChild.nodeValue = text
}
