/** A box that scrolls is a stop for Tab while something of it is out of sight (WCAG 2.1.1). */
import type { ObjectDirective } from 'vue'

const SLACK = 1 // px: a browser rounds the two heights apart

function look(box: HTMLElement): void {
  if (box.scrollHeight > box.clientHeight + SLACK) box.tabIndex = 0
  else box.removeAttribute('tabindex')
}

const watching = new WeakMap<HTMLElement, ResizeObserver>()

/** `<div v-scroll-stop role="group" aria-label="…">`: without a label nobody hears where he is. */
export const vScrollStop: ObjectDirective<HTMLElement> = {
  mounted(box) {
    const observer = new ResizeObserver(() => look(box))
    observer.observe(box)
    watching.set(box, observer)
    look(box)
  },
  updated: look,
  unmounted(box) {
    watching.get(box)?.disconnect()
  },
}
